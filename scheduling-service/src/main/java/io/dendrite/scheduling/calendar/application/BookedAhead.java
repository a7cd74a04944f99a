package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Appointment;
import io.dendrite.scheduling.patient.application.UpcomingAppointments;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Answers for the calendar what a patient still has before them. */
@Component
class BookedAhead implements UpcomingAppointments {

    private final Calendar calendar;
    private final Holds holds;
    private final Clock clock;

    BookedAhead(Calendar calendar, @Qualifier(Holds.STORED) Holds holds, Clock clock) {
        this.calendar = calendar;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public List<String> of(String patientId) {
        return calendar.currentBookingsOf(patientId).stream()
                .flatMap(booking -> booking.appointments().stream())
                .filter(Appointment::isLive)
                .filter(appointment -> appointment.end().isAfter(clock.instant()))
                .map(Appointment::id)
                .toList();
    }

    @Override
    public void release(String patientId) {
        holds.releaseFor(patientId);
    }
}
