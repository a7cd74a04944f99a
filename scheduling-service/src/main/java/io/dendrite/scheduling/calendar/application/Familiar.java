package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.Reservation;
import io.dendrite.scheduling.calendar.model.ReservedPhase;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom and what a patient knows from other visits: a familiar face calms. */
final class Familiar {

    private Familiar() {}

    /** The resources of the patient's latest visit at a site that stands. */
    static Set<String> to(List<Booking> bookings, String siteId) {
        return bookings.stream()
                .filter(booking -> booking.siteId().equals(siteId))
                .flatMap(booking -> booking.appointments().stream())
                .filter(Appointment::isLive)
                .max(Comparator.comparing(Appointment::start))
                .map(latest -> in(latest.phases()))
                .orElse(Set.of());
    }

    /** The resources of a visit. */
    static Set<String> in(List<ReservedPhase> visit) {
        return visit.stream()
                .flatMap(phase -> phase.reservations().stream())
                .map(Reservation::resource)
                .collect(Collectors.toSet());
    }
}
