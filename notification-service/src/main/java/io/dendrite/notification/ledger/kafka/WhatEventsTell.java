package io.dendrite.notification.ledger.kafka;

import io.dendrite.events.AppointmentCancelledV1;
import io.dendrite.events.AppointmentRescheduledV1;
import io.dendrite.events.AppointmentTime;
import io.dendrite.events.BookingConfirmedV1;
import io.dendrite.events.BookingEvent;
import io.dendrite.events.PatientContact;
import io.dendrite.events.PatientContactChangedV1;
import io.dendrite.events.SiteFace;
import io.dendrite.events.UnreadableEventException;
import io.dendrite.events.WaitlistOfferedV1;
import io.dendrite.notification.ledger.application.Heard;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.TimeSpan;
import io.dendrite.notification.ledger.model.Timing;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.site.model.ReminderGroup;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates the wire contract into the ledger's own language. */
final class WhatEventsTell {

    private final String eventId;
    private final Instant happenedAt;
    private final @Nullable String traceparent;

    WhatEventsTell(String eventId, Instant happenedAt, @Nullable String traceparent) {
        this.eventId = eventId;
        // iCalendar knows no fractions of a second, the store none of a millisecond: one value for both.
        this.happenedAt = happenedAt.truncatedTo(ChronoUnit.SECONDS);
        this.traceparent = traceparent;
    }

    /**
     * What the event tells.
     *
     * @throws UnreadableEventException when a value in it means nothing, such as an unknown time zone
     */
    Heard of(BookingEvent event) {
        if (event instanceof BookingConfirmedV1 confirmed) {
            return told(
                    NoticeKind.BOOKING_CONFIRMED,
                    confirmed.patient(),
                    confirmed.bookingId(),
                    confirmed.site(),
                    confirmed.appointments(),
                    null,
                    group(confirmed.reminderGroup()));
        }
        if (event instanceof AppointmentRescheduledV1 moved) {
            return told(
                    NoticeKind.APPOINTMENT_RESCHEDULED,
                    moved.patient(),
                    moved.bookingId(),
                    moved.site(),
                    List.of(moved.appointment()),
                    new TimeSpan(moved.previousStart(), moved.previousEnd()),
                    group(moved.reminderGroup()));
        }
        if (event instanceof AppointmentCancelledV1 cancelled) {
            return told(
                    NoticeKind.APPOINTMENT_CANCELLED,
                    cancelled.patient(),
                    cancelled.bookingId(),
                    cancelled.site(),
                    List.of(cancelled.appointment()),
                    null,
                    ReminderGroup.A);
        }
        if (event instanceof WaitlistOfferedV1 offered) {
            return offered(offered);
        }
        if (event instanceof PatientContactChangedV1 changed) {
            return new Heard(contact(changed.patient()), List.of(), List.of());
        }
        throw new UnreadableEventException("no rule for " + event.getClass().getSimpleName());
    }

    private Heard told(
            NoticeKind kind,
            PatientContact patient,
            String bookingId,
            SiteFace site,
            List<AppointmentTime> times,
            @Nullable TimeSpan previous,
            ReminderGroup group) {
        Contact contact = contact(patient);
        List<Visit> visits = times.stream()
                .map(time -> new Visit(time.appointmentId(), time.start(), time.end(), time.sequence()))
                .toList();
        List<AppointmentState> states = times.stream()
                .map(time -> new AppointmentState(
                        time.appointmentId(), time.sequence(), kind == NoticeKind.APPOINTMENT_CANCELLED))
                .toList();
        NoticeContent content = new NoticeContent(
                kind, eventId, happenedAt, traceparent, contact.patientId(), bookingId, clinic(site), visits, previous);
        return new Heard(contact, states, List.of(content), group);
    }

    /** An offer is not an appointment yet: its own id stands for both. */
    private Heard offered(WaitlistOfferedV1 offer) {
        Contact contact = contact(offer.patient());
        Visit place = new Visit(offer.offerId(), offer.start(), offer.end(), 0);
        NoticeContent content = new NoticeContent(
                NoticeKind.WAITLIST_OFFERED,
                eventId,
                happenedAt,
                traceparent,
                contact.patientId(),
                offer.offerId(),
                clinic(offer.site()),
                List.of(place),
                null,
                Timing.atOnceUntil(offer.expiresAt()));
        return new Heard(contact, List.of(), List.of(content));
    }

    private static ReminderGroup group(io.dendrite.events.@Nullable ReminderGroup told) {
        return told == null ? ReminderGroup.A : ReminderGroup.valueOf(told.name());
    }

    private static Contact contact(PatientContact patient) {
        try {
            Base64.getDecoder().decode(patient.sealed());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("the sealed contact is not Base64");
        }
        return new Contact(patient.patientId(), patient.version(), patient.sealed(), patient.addressSince());
    }

    private static Clinic clinic(SiteFace site) {
        try {
            return new Clinic(site.siteId(), site.name(), ZoneId.of(site.timeZone()), site.address(), site.phone());
        } catch (DateTimeException e) {
            throw new UnreadableEventException("the site's time zone is not known");
        }
    }
}
