package io.dendrite.scheduling.course.application;

import io.dendrite.scheduling.calendar.application.Deviations;
import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.AppointmentKind;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.course.model.Protocol;
import io.dendrite.scheduling.treatment.application.Treatments;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges bookings by the protocol that the catalogue has now. */
@Component
class DeviationsFromProtocol implements Deviations {

    private final Treatments treatments;

    DeviationsFromProtocol(Treatments treatments) {
        this.treatments = treatments;
    }

    @Override
    public List<Deviation> of(Booking booking, Site site) {
        List<Appointment> standing = booking.appointments().stream()
                .filter(Appointment::isLive)
                .sorted(Comparator.comparing(Appointment::start))
                .toList();
        if (standing.size() < 2) {
            return List.of();
        }
        return treatments
                .treatment(booking.treatmentId())
                .flatMap(Protocols::of)
                .map(protocol -> deviations(protocol, booking, standing, site))
                .orElse(List.of());
    }

    private static List<Deviation> deviations(
            Protocol protocol, Booking booking, List<Appointment> standing, Site site) {
        List<Protocol.Visit> visits = standing.stream()
                .map(appointment -> new Protocol.Visit(
                        appointment.start().atZone(site.timeZone()).toLocalDate(),
                        booking.kindOf(appointment.id()) == AppointmentKind.BOOSTER))
                .toList();
        return protocol.deviations(visits).stream()
                .map(found -> new Deviation(standing.get(found.index()).id(), found.message()))
                .toList();
    }
}
