package io.dendrite.notification.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.events.BookingEvent;
import io.dendrite.events.BookingEventJson;
import io.dendrite.events.BookingEventType;
import io.dendrite.events.PatientContact;
import io.dendrite.events.SiteFace;
import io.dendrite.events.UnreadableEventException;
import io.dendrite.notification.SampleEvents;
import io.dendrite.notification.ledger.application.Heard;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.TimeSpan;
import io.dendrite.notification.ledger.model.Visit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The consumer's side of the wire contract: what it makes of the golden samples. */
class WhatEventsTellTest {

    private static final Instant HAPPENED = Instant.parse("2026-11-20T18:30:00.789Z");

    private final WhatEventsTell whatEventsTell = new WhatEventsTell("e1", HAPPENED, SampleEvents.TRACE_ID);

    @ParameterizedTest
    @EnumSource(
            value = BookingEventType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "PATIENT_ERASED_V1",
                "BREAK_GLASS_OPENED_V1",
                "APPOINTMENT_STATUS_CHANGED_V1",
                "WAITLIST_OFFERED_V1"
            })
    void understandsTheGoldenSampleOfEveryTypeThatTellsSomething(BookingEventType type) {
        Heard heard = whatEventsTell.of(BookingEventJson.read(type, SampleEvents.golden(type)));

        assertThat(heard.contact().patientId()).isEqualTo("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        assertThat(heard.notices()).allSatisfy(notice -> {
            assertThat(notice.eventId()).isEqualTo("e1");
            assertThat(notice.traceparent()).contains(SampleEvents.TRACE_ID);
            assertThat(notice.happenedAt()).isEqualTo("2026-11-20T18:30:00Z");
            assertThat(notice.clinic().timeZone()).hasToString("America/Los_Angeles");
        });
    }

    @Test
    void makesOneNoticeOfAWholeCourse() {
        Heard heard = hear(BookingEventType.BOOKING_CONFIRMED_V1);

        assertThat(heard.notices()).hasSize(1);
        assertThat(heard.notices().get(0).kind()).isEqualTo(NoticeKind.BOOKING_CONFIRMED);
        assertThat(heard.notices().get(0).visits()).hasSize(3);
        assertThat(heard.appointments())
                .extracting(AppointmentState::sequence, AppointmentState::cancelled)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(0, false));
    }

    @Test
    void tellsBothTimesOfAMove() {
        NoticeContent notice =
                hear(BookingEventType.APPOINTMENT_RESCHEDULED_V1).notices().get(0);

        assertThat(notice.kind()).isEqualTo(NoticeKind.APPOINTMENT_RESCHEDULED);
        assertThat(notice.previous())
                .isEqualTo(new TimeSpan(Instant.parse("2027-03-11T17:00:00Z"), Instant.parse("2027-03-11T18:45:00Z")));
        assertThat(notice.visits()).extracting(Visit::sequence).containsExactly(1);
    }

    @Test
    void remembersThatAnAppointmentIsCalledOff() {
        Heard heard = hear(BookingEventType.APPOINTMENT_CANCELLED_V1);

        assertThat(heard.notices()).extracting(NoticeContent::kind).containsExactly(NoticeKind.APPOINTMENT_CANCELLED);
        assertThat(heard.appointments())
                .containsExactly(new AppointmentState("0b0e7a52-6c0f-4a55-9a0e-000000000003", 1, true));
    }

    @Test
    void makesNoNoticeOfAChangedContact() {
        Heard heard = hear(BookingEventType.PATIENT_CONTACT_CHANGED_V1);

        assertThat(heard.notices()).isEmpty();
        assertThat(heard.contact().version()).isEqualTo(4);
        assertThat(heard.contact().sealed()).startsWith("AtBHTLaREjsKTLmJUzud8");
    }

    @Test
    void refusesASiteInAZoneThatDoesNotExist() {
        PatientContact patient = SampleEvents.unreadable("p", 1);
        SiteFace nowhere = new SiteFace("s", "Clinic", "Mars/Olympus", "Street", "1");
        BookingEvent event = new io.dendrite.events.BookingConfirmedV1(
                "b", patient, nowhere, SampleEvents.confirmed(patient, "b", 1).appointments());

        assertThatThrownBy(() -> whatEventsTell.of(event)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void refusesAContactThatIsNotSealed() {
        PatientContact plain = new PatientContact("p", 1, "ann@example.org");

        assertThatThrownBy(() -> whatEventsTell.of(SampleEvents.confirmed(plain, "b", 1)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageNotContaining("ann@example.org");
    }

    private Heard hear(BookingEventType type) {
        return whatEventsTell.of(BookingEventJson.read(type, SampleEvents.golden(type)));
    }
}
