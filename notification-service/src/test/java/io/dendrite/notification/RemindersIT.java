package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.SampleEvents.rescheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dendrite.events.AppointmentStatusChangedV1;
import io.dendrite.events.BookingConfirmedV1;
import io.dendrite.events.BookingEvent;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Reminders from the booking to the visit, on a clock that the test sets. The visit is on Monday 8 March 2027 at 9. */
class RemindersIT {

    private static final Instant BOOKED = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant THREE_DAYS_BEFORE = Instant.parse("2027-03-05T17:00:00Z");
    private static final Instant ONE_DAY_BEFORE = Instant.parse("2027-03-07T17:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    private String booking;
    private String email;
    private PatientContact patient;

    @BeforeAll
    static void start() {
        MovedClock.set(BOOKED);
        surroundings = new Surroundings();
        service = startService();
    }

    private static ConfigurableApplicationContext startService() {
        return surroundings.startServiceWithMovedClock("dendrite.delivery.poll=50ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @BeforeEach
    void book() {
        MovedClock.set(BOOKED);
        booking = "r-" + UUID.randomUUID();
        email = booking + "@example.org";
        patient = surroundings.patient("patient-" + booking, 1, email);
        surroundings.publish(message(confirmed(patient, booking, 1)));
        surroundings.awaitMailsTo(email, 1);
    }

    @Test
    void comeThreeDaysAndOneDayBeforeAndNotAMinuteEarlier() {
        MovedClock.set(THREE_DAYS_BEFORE.minusSeconds(1));
        settle();
        assertThat(subjects()).hasSize(1);

        MovedClock.set(THREE_DAYS_BEFORE);
        awaitSubjects(2);
        MovedClock.set(ONE_DAY_BEFORE);
        awaitSubjects(3);

        assertThat(subjects())
                .endsWith(
                        "Reminder: your appointment at Riverside Clinic",
                        "Reminder: your appointment at Riverside Clinic");
    }

    @Test
    void ofAMovedVisitOnlyTheNewTimeIsRemindedOf() throws Exception {
        MovedClock.set(THREE_DAYS_BEFORE.minusSeconds(3600));
        publishNow(rescheduled(patient, booking, 1));
        surroundings.awaitMailsTo(email, 2);

        MovedClock.set(ONE_DAY_BEFORE);
        settle();
        // The visit is a day later now, so three days before it was yesterday.
        awaitSubjects(3);
        MovedClock.set(ONE_DAY_BEFORE.plus(Duration.ofDays(1)));
        awaitSubjects(4);

        assertThat(io.dendrite.notification.delivery.mail.MailParts.of(mails().get(3))
                        .text("text/plain"))
                .contains("Tuesday, March 9, 2027");
        assertThat(reminders())
                .filteredOn(row -> row.toArray()[1].equals("SKIPPED"))
                .hasSize(2);
    }

    @Test
    void ofACancelledVisitNobodyIsReminded() {
        publishNow(cancelled(patient, booking, 1));
        surroundings.awaitMailsTo(email, 2);
        MovedClock.set(ONE_DAY_BEFORE);
        settle();

        assertThat(subjects()).hasSize(2);
        assertThat(reminders()).extracting(row -> row.toArray()[1]).containsOnly("SKIPPED");
    }

    @Test
    void afterADayOfOutageWhatIsStillOfUseIsSentAndTheRestIsNot() {
        service.close();
        MovedClock.set(ONE_DAY_BEFORE.plus(Duration.ofHours(2)));
        service = startService();

        awaitSubjects(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.reminders(booking))
                        .extracting(row -> row.getString("status"), row -> row.getString("lastError"))
                        .containsExactly(tuple("SKIPPED", "too late to be of use"), tuple("SENT", null)));
    }

    @Test
    void nobodyIsRemindedOfAVisitThatIsAboutToBeginOrOver() {
        service.close();
        MovedClock.set(Instant.parse("2027-03-08T16:00:00Z"));
        service = startService();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(surroundings.reminders(booking))
                        .extracting(row -> row.getString("status"), row -> row.getString("lastError"))
                        .containsOnly(tuple("SKIPPED", "too late to be of use")));
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void whoHasComeAlreadyIsNotReminded() {
        MovedClock.set(ONE_DAY_BEFORE.minusSeconds(60));
        awaitSubjects(2);
        surroundings.publish(message(new AppointmentStatusChangedV1(
                patient.patientId(), "riverside", booking, booking + "-0", "BOOKED", "ARRIVED", BOOKED, 0)));
        await().until(() -> surroundings
                .database()
                .getCollection("appointments")
                .find(new Document("_id", booking + "-0"))
                .first()
                .containsKey("begun"));
        MovedClock.set(ONE_DAY_BEFORE);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reminders())
                        .contains(tuple(ONE_DAY_BEFORE, "SKIPPED", "the visit has begun, or was missed")));
    }

    @ParameterizedTest
    @CsvSource({"FEWER, 1", "NONE, 0"})
    void whoWantsFewerGetsTheLastOneOrNone(ContactDetails.Reminders wanted, int expected) {
        PatientContact wishes = surroundings
                .seals()
                .patient(
                        patient.patientId(),
                        2,
                        new ContactDetails("Ann", email, null, "en", true, ContactDetails.Channel.EMAIL, wanted));
        surroundings.publish(message(new io.dendrite.events.PatientContactChangedV1(wishes)));
        await().until(() -> surroundings
                        .database()
                        .getCollection("contacts")
                        .find(new Document("_id", patient.patientId()))
                        .first()
                        .getLong("version")
                == 2);
        MovedClock.set(THREE_DAYS_BEFORE);
        settle();
        MovedClock.set(ONE_DAY_BEFORE);
        settle();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reminders())
                        .extracting(row -> row.toArray()[1])
                        .doesNotContain("PENDING", "SENDING"));

        assertThat(subjects()).hasSize(1 + expected);
    }

    @Test
    void ashortNoticeBookingIsNotRemindedOfAtOnce() {
        String late = booking + "-late";
        MovedClock.set(ONE_DAY_BEFORE.minus(Duration.ofHours(1)));
        awaitSubjects(2);
        BookingConfirmedV1 shortNotice = confirmed(patient, late, 1);
        publishNow(shortNotice);
        surroundings.awaitNotice(late, "SENT");

        assertThat(surroundings.reminders(late)).isEmpty();
    }

    /** An event that happens at the moment that the clock shows. */
    private static void publishNow(BookingEvent event) {
        var record = message(event);
        record.headers()
                .remove("ce_time")
                .add(
                        "ce_time",
                        new MovedClock().instant().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        surroundings.publish(record);
    }

    /** Until nothing that is due now is left to do. */
    private static void settle() {
        Instant now = new MovedClock().instant();
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .getCollection("notices")
                                .countDocuments(
                                        new Document("claimableAt", new Document("$lte", java.util.Date.from(now))))
                        == 0);
    }

    private void awaitSubjects(int count) {
        surroundings.awaitMailsTo(email, count);
        settle();
        assertThat(subjects()).hasSize(count);
    }

    private List<MimeMessage> mails() {
        return surroundings.mailsTo(email);
    }

    private List<String> subjects() {
        return mails().stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private List<Tuple> reminders() {
        return surroundings.reminders(booking).stream()
                .map(row ->
                        tuple(row.getDate("dueAt").toInstant(), row.getString("status"), row.getString("lastError")))
                .toList();
    }
}
