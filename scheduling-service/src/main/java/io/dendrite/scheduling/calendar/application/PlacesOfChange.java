package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses resources for the visits of a change, on a picture in which all that moves has left its place already. */
@Component
class PlacesOfChange {

    private final Clinic clinic;
    private final Calendar calendar;
    private final Pictures pictures;
    private final Refusals refusals;

    PlacesOfChange(Clinic clinic, Calendar calendar, Pictures pictures, Refusals refusals) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.pictures = pictures;
        this.refusals = refusals;
    }

    /** What is needed to look for a place. */
    private record Search(Booking rest, Site site, VisitPattern pattern, List<Booking> known) {}

    /**
     * What each visit gets, in order of time.
     *
     * @throws ProblemException 409 or 422 with the field, and the appointment that moves, of the first start that cannot
     *     be had, and with alternatives; 400 for a resource that the site does not have
     */
    Map<BookingChange.Visit, List<ReservedPhase>> choose(
            Booking booking, BookingChange change, Site site, Patient patient, Treatment treatment, int turn) {
        if (change.visits().isEmpty()) {
            return Map.of();
        }
        Admission.check(treatment, site, patient);
        Search search = search(booking, change, site, VisitPatterns.of(treatment));
        List<BookingChange.Visit> inOrder = new ArrayList<>(change.visits());
        inOrder.sort(Comparator.comparingLong(BookingChange.Visit::start));
        Picture picture = picture(
                search,
                inOrder.stream()
                        .map(visit -> search.pattern().occupied(visit.start()))
                        .reduce(Quarters::hull)
                        .orElseThrow());
        Set<String> ofSite =
                clinic.resources(site.id()).stream().map(Resource::id).collect(Collectors.toSet());
        Map<BookingChange.Visit, List<ReservedPhase>> chosen = new LinkedHashMap<>();
        for (BookingChange.Visit visit : inOrder) {
            RequestedResources.check("resources", visit.resources(), ofSite);
            Wishes wishes = new Wishes(Set.copyOf(visit.resources()), familiar(booking, visit, search), turn);
            Picture.Refusal refusal = picture.refusal(visit.start()).orElse(null);
            List<ReservedPhase> place =
                    refusal == null ? picture.choose(visit.start(), wishes).orElse(null) : null;
            if (place == null) {
                throw refuse(search, visit, refusal, wishes, chosen.values());
            }
            chosen.put(visit, place);
            picture = picture.with(place);
        }
        return chosen;
    }

    private Search search(Booking booking, BookingChange change, Site site, VisitPattern pattern) {
        Set<String> leaving = Stream.concat(
                        change.cancelled().stream(),
                        change.visits().stream()
                                .filter(BookingChange.Move.class::isInstance)
                                .map(move -> ((BookingChange.Move) move).appointmentId()))
                .collect(Collectors.toSet());
        Booking rest = Released.of(booking, leaving);
        List<Booking> known = Released.in(calendar.commitmentsOf(booking.patientId()), rest);
        return new Search(rest, site, pattern, known);
    }

    private Picture picture(Search search, Quarters window) {
        return pictures.without("", search.rest(), search.site(), search.pattern(), window, search.known());
    }

    private static Set<String> familiar(Booking booking, BookingChange.Visit visit, Search search) {
        return visit instanceof BookingChange.Move move
                ? booking.appointment(move.appointmentId())
                        .map(Appointment::phases)
                        .map(Familiar::in)
                        .orElse(Set.of())
                : new HashSet<>(Familiar.to(search.known(), search.site().id()));
    }

    private ProblemException refuse(
            Search search,
            BookingChange.Visit visit,
            Picture.@Nullable Refusal refusal,
            Wishes wishes,
            Collection<List<ReservedPhase>> chosen) {
        ProblemException problem = refusals.of(
                refusal == null ? Picture.Refusal.TAKEN : refusal,
                visit.field(),
                visit.start(),
                search.site(),
                search.pattern(),
                wishes,
                around -> {
                    Picture near = picture(search, around);
                    for (List<ReservedPhase> place : chosen) {
                        near = near.with(place);
                    }
                    return near;
                });
        return visit instanceof BookingChange.Move move ? problem.with("appointmentId", move.appointmentId()) : problem;
    }
}
