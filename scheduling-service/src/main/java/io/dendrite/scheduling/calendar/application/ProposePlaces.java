package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import io.dendrite.scheduling.calendar.model.TimeGrid;
import io.dendrite.scheduling.calendar.model.VisitPattern;
import io.dendrite.scheduling.calendar.model.Wishes;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proposes where an appointment could be moved to, nearest to where it is and within the protocol first. */
@Component
public class ProposePlaces {

    private final Calendar calendar;
    private final Pictures pictures;
    private final BookingFile file;
    private final Deviations deviations;
    private final Clock clock;

    ProposePlaces(Calendar calendar, Pictures pictures, BookingFile file, Deviations deviations, Clock clock) {
        this.calendar = calendar;
        this.pictures = pictures;
        this.file = file;
        this.deviations = deviations;
        this.clock = clock;
    }

    /**
     * A place.
     *
     * @param start when the patient would be expected
     * @param end when the patient would leave
     * @param warnings what the course would no longer keep of its protocol
     */
    public record Proposal(Instant start, Instant end, List<String> warnings) {}

    /**
     * Up to six proposals: the time that it has, with others, if that can be; then the nearest within a week.
     *
     * @throws ProblemException 404 for an unknown appointment, 409 when it is not BOOKED or over
     */
    public List<Proposal> of(String appointmentId) {
        Booking booking = file.bookingWith(appointmentId);
        Appointment appointment = file.open(booking, appointmentId, "moved");
        Site site = file.siteOf(booking);
        Treatment treatment = file.treatmentOf(booking);
        Admission.check(treatment, site, file.patientOf(booking));
        VisitPattern pattern = VisitPatterns.of(treatment);
        long wanted = TimeGrid.quarterOf(appointment.start());
        Quarters window =
                NearestStarts.windowAround(wanted, pattern.occupied(wanted).count());
        Picture picture = pictures.without(
                appointmentId, booking, site, pattern, window, calendar.commitmentsOf(booking.patientId()));
        Set<String> known = new HashSet<>(warnings(booking, site));
        Stream<Long> same =
                picture.free(wanted, Set.of()) > 0 && appointment.start().isAfter(clock.instant())
                        ? Stream.of(wanted)
                        : Stream.of();
        Stream<Long> near = NearestStarts.around(wanted, picture, Set.of(), clock.instant()).stream()
                .map(Quarters::from)
                .sorted(Comparator.comparingLong(start -> Math.abs(start - wanted)));
        return Stream.concat(same, near)
                .flatMap(start -> proposal(booking, appointmentId, start, picture, site, known).stream())
                .sorted(Comparator.comparing(proposal -> proposal.warnings().size()))
                .toList();
    }

    private Optional<Proposal> proposal(
            Booking booking, String appointmentId, long start, Picture picture, Site site, Set<String> known) {
        Optional<List<ReservedPhase>> place = picture.choose(start, Wishes.NONE);
        return place.map(phases -> {
            Booking moved = booking.moved(appointmentId, phases);
            Quarters visit = picture.pattern().withPatient(start);
            return new Proposal(
                    visit.start(),
                    visit.end(),
                    warnings(moved, site).stream()
                            .filter(warning -> !known.contains(warning))
                            .toList());
        });
    }

    private List<String> warnings(Booking booking, Site site) {
        return deviations.of(booking, site).stream()
                .map(Deviations.Deviation::message)
                .toList();
    }
}
