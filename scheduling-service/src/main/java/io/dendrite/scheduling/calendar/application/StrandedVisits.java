package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.PatientReply;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.Standing;
import io.dendrite.scheduling.calendar.model.StrandedReason;
import io.dendrite.scheduling.calendar.model.StrandedReason.Why;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.treatment.application.Treatments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The visits to come that cannot take place as they are booked. Nothing is stored of it: it follows from the bookings, the
 * clinic and the blocks as they are, so that whatever mends one of these takes the visit off the queue.
 */
@Component
public class StrandedVisits implements Consequences {

    /** How far ahead anything is booked. */
    private static final Duration HORIZON = Duration.ofDays(2 * 366);

    private final Clinic clinic;
    private final Calendar calendar;
    private final Treatments treatments;
    private final Clock clock;

    StrandedVisits(Clinic clinic, Calendar calendar, Treatments treatments, Clock clock) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.treatments = treatments;
        this.clock = clock;
    }

    /** A visit that cannot take place, and why. */
    public record Stranded(Booking booking, Appointment appointment, List<StrandedReason> reasons) {

        /** Orders by time, then by id. */
        public String sortKey() {
            return appointment.start() + " " + appointment.id();
        }
    }

    /** Those of a site, the soonest first, with those whose patients will not come or ask for another time. */
    public List<Stranded> at(Site site) {
        List<Stranded> visits = ahead(site);
        Map<String, List<StrandedReason>> clinical =
                among(visits, site, clinic.resources(site.id()), List.of()).stream()
                        .collect(Collectors.toMap(each -> each.appointment().id(), Stranded::reasons));
        return visits.stream()
                .map(visit -> new Stranded(
                        visit.booking(),
                        visit.appointment(),
                        Stream.concat(
                                        clinical
                                                .getOrDefault(
                                                        visit.appointment().id(), List.of())
                                                .stream(),
                                        asked(visit.appointment()))
                                .toList()))
                .filter(visit -> !visit.reasons().isEmpty())
                .toList();
    }

    private static Stream<StrandedReason> asked(Appointment visit) {
        PatientReply reply = visit.notes().reply();
        if (reply == null || !reply.asksForAction()) {
            return Stream.empty();
        }
        Why why = reply.answer() == PatientReply.Answer.DECLINED ? Why.PATIENT_DECLINED : Why.PATIENT_ASKS;
        return Stream.of(new StrandedReason(why, visit.phases().get(0).name(), null));
    }

    @Override
    public List<Affected> of(Site after, List<Resource> resourcesAfter) {
        Site before = clinic.site(after.id()).orElse(null);
        if (before == null) {
            return List.of();
        }
        List<Stranded> visits = ahead(before);
        return affected(
                after,
                among(visits, before, clinic.resources(after.id()), List.of()),
                among(visits, after, resourcesAfter, List.of()));
    }

    /** Who would be stranded by a block and is not already, the soonest first. */
    public List<Affected> of(Site site, Block block) {
        List<Stranded> visits = ahead(site);
        List<Resource> resources = clinic.resources(site.id());
        return affected(
                site, among(visits, site, resources, List.of()), among(visits, site, resources, List.of(block)));
    }

    private static List<Affected> affected(Site site, List<Stranded> already, List<Stranded> then) {
        Set<String> known =
                already.stream().map(each -> each.appointment().id()).collect(Collectors.toSet());
        return then.stream()
                .filter(each -> !known.contains(each.appointment().id()))
                .map(each -> new Affected(
                        each.appointment().id(),
                        each.booking().patientId(),
                        each.appointment().start().atZone(site.timeZone()).toOffsetDateTime(),
                        each.reasons()))
                .toList();
    }

    /** The visits to come, none of them looked at yet. */
    private List<Stranded> ahead(Site site) {
        Instant now = clock.instant();
        Quarters window = Quarters.covering(
                TimeGrid.startOf(TimeGrid.quarterFrom(now)), TimeGrid.startOf(TimeGrid.quarterFrom(now.plus(HORIZON))));
        return calendar.bookingsAt(site.id(), window).stream()
                .flatMap(booking -> booking.appointments().stream()
                        .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED)
                        .filter(appointment -> appointment.start().isAfter(now))
                        .map(appointment -> new Stranded(booking, appointment, List.of())))
                .sorted(Comparator.comparing(Stranded::sortKey))
                .toList();
    }

    private List<Stranded> among(List<Stranded> visits, Site site, List<Resource> resources, List<Block> more) {
        if (visits.isEmpty()) {
            return List.of();
        }
        Quarters window = visits.stream()
                .map(visit -> visit.appointment().extent())
                .reduce(Quarters::hull)
                .orElseThrow();
        Standing standing = new Standing(
                DutyHours.open(site, window),
                DutyHours.bookable(site, resources, window),
                Stream.concat(calendar.blocksAt(site.id(), window).stream(), more.stream())
                        .toList());
        Map<String, VisitPattern> patterns = new HashMap<>();
        List<Stranded> stranded = new ArrayList<>();
        for (Stranded visit : visits) {
            VisitPattern pattern = patterns.computeIfAbsent(
                    visit.booking().treatmentId(),
                    id -> VisitPatterns.of(treatments.treatment(id).orElseThrow()));
            List<StrandedReason> reasons = standing.reasons(visit.appointment(), pattern);
            if (!reasons.isEmpty()) {
                stranded.add(new Stranded(visit.booking(), visit.appointment(), reasons));
            }
        }
        return stranded;
    }
}
