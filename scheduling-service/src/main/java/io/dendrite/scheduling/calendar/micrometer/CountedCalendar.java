package io.dendrite.scheduling.calendar.micrometer;

import io.dendrite.scheduling.calendar.application.Calendar;
import io.dendrite.scheduling.calendar.application.ClaimTakenException;
import io.dendrite.scheduling.calendar.application.StaleEntryException;
import io.dendrite.scheduling.calendar.application.Taken;
import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Booking;
import io.dendrite.scheduling.calendar.model.CalendarEntry;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Counts the attempts to write into the calendar and how they end. An attempt that finds a claim taken or a version stale is
 * followed by another one on a fresh picture, or by a refusal.
 */
@Component
@Qualifier(Calendar.STORED)
class CountedCalendar implements Calendar {

    private final Calendar calendar;
    private final MeterRegistry meters;

    CountedCalendar(@Qualifier(Calendar.UNCOUNTED) Calendar calendar, MeterRegistry meters) {
        this.calendar = calendar;
        this.meters = meters;
    }

    @Override
    public void add(CalendarEntry entry, List<OutboxEvent> events) {
        counted("add", () -> calendar.add(entry, events));
    }

    @Override
    public void replace(Booking changed, List<OutboxEvent> events) {
        counted("replace", () -> calendar.replace(changed, events));
    }

    @Override
    public boolean remove(String siteId, String blockId) {
        return calendar.remove(siteId, blockId);
    }

    @Override
    public Optional<Booking> booking(String id) {
        return calendar.booking(id);
    }

    @Override
    public List<Booking> bookingsOf(String patientId) {
        return calendar.bookingsOf(patientId);
    }

    @Override
    public List<Booking> currentBookingsOf(String patientId) {
        return calendar.currentBookingsOf(patientId);
    }

    @Override
    public List<Booking> commitmentsOf(String patientId) {
        return calendar.commitmentsOf(patientId);
    }

    @Override
    public List<Booking> bookingsAt(String siteId, Quarters window) {
        return calendar.bookingsAt(siteId, window);
    }

    @Override
    public List<Block> blocksAt(String siteId, Quarters window) {
        return calendar.blocksAt(siteId, window);
    }

    @Override
    public List<Hold> holdsAt(String siteId, Quarters window) {
        return calendar.holdsAt(siteId, window);
    }

    @Override
    public Taken takenAt(String siteId, Quarters window, String exceptEntryId) {
        return calendar.takenAt(siteId, window, exceptEntryId);
    }

    private void counted(String write, Runnable attempt) {
        String outcome = "failed";
        try {
            attempt.run();
            outcome = "stored";
        } catch (ClaimTakenException e) {
            outcome = "claim-taken";
            throw e;
        } catch (StaleEntryException e) {
            outcome = "stale";
            throw e;
        } finally {
            meters.counter("dendrite.calendar.writes", "write", write, "outcome", outcome)
                    .increment();
        }
    }
}
