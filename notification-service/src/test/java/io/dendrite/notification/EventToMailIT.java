package io.dendrite.notification;

import static io.dendrite.notification.SampleEvents.cancelled;
import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static io.dendrite.notification.SampleEvents.rescheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dendrite.events.AppointmentStatusChangedV1;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import io.dendrite.events.WaitlistOfferedV1;
import io.dendrite.notification.delivery.mail.MailParts;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** From an event on Kafka to a mail at the server. */
class EventToMailIT {

    private static Surroundings surroundings;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        service = surroundings.startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void mailsConfirmationMoveAndCancellationOfOneVisit() throws Exception {
        PatientContact patient = surroundings.patient("patient-story", 1, "story@example.org");

        surroundings.publish(message(confirmed(patient, "story", 1)));
        surroundings.awaitMailsTo("story@example.org", 1);
        surroundings.publish(message(rescheduled(patient, "story", 1)));
        surroundings.awaitMailsTo("story@example.org", 2);
        surroundings.publish(message(cancelled(patient, "story", 2)));
        List<MimeMessage> mails = surroundings.awaitMailsTo("story@example.org", 3);

        String first = calendar(mails.get(0));
        String second = calendar(mails.get(1));
        String third = calendar(mails.get(2));
        assertThat(List.of(first, second, third)).allMatch(text -> text.contains("UID:story-0@clinic.example\r\n"));
        assertThat(first).contains("METHOD:REQUEST\r\n", "SEQUENCE:0\r\n", "DTSTART:20270308T170000Z\r\n");
        assertThat(second).contains("METHOD:REQUEST\r\n", "SEQUENCE:1\r\n", "DTSTART:20270309T170000Z\r\n");
        assertThat(third).contains("METHOD:CANCEL\r\n", "SEQUENCE:2\r\n", "STATUS:CANCELLED\r\n");
    }

    @Test
    void mailsOneConfirmationForAWholeCourse() throws Exception {
        surroundings.publish(
                message(confirmed(surroundings.patient("patient-course", 1, "course@example.org"), "course", 6)));

        MailParts mail =
                MailParts.of(surroundings.awaitMailsTo("course@example.org", 1).get(0));

        assertThat(mail.parts("application/ics")).hasSize(6);
        assertThat(mail.message().getSubject()).isEqualTo("Your appointments at Riverside Clinic are confirmed");
    }

    @Test
    void mailsAnEventOnceHoweverOftenItIsDelivered() {
        PatientContact patient = surroundings.patient("patient-five", 1, "five@example.org");
        for (int i = 0; i < 5; i++) {
            surroundings.publish(message("five-times", confirmed(patient, "five", 1)));
        }
        // The same key, so this one is heard last.
        surroundings.publish(message(confirmed(patient, "five-more", 1)));

        surroundings.awaitNotice("five-more", "SENT");
        surroundings.awaitNotice("five", "SENT");

        assertThat(surroundings.mailsTo("five@example.org")).hasSize(2);
        assertThat(surroundings.notices("five")).hasSize(1);
    }

    @Test
    void skipsAPatientWhoDoesNotWantMail() {
        PatientContact unwilling =
                surroundings.seals().patient("patient-no", 1, new ContactDetails("Ann", "no@example.org", "en", false));
        surroundings.publish(message(confirmed(unwilling, "no-consent", 1)));

        assertThat(surroundings.awaitNotice("no-consent", "SKIPPED").getString("lastError"))
                .isEqualTo("the patient has not consented to e-mail");
    }

    @Test
    void keepsWhyAnAddressCannotBeUsed() {
        surroundings.publish(
                message(confirmed(surroundings.patient("patient-bad", 1, "not an address"), "bad-address", 1)));

        assertThat(surroundings.awaitNotice("bad-address", "FAILED").getString("lastError"))
                .isEqualTo("the patient's e-mail address is not valid");
    }

    @Test
    void tellsOfAnOfferedPlaceAtOnceAndUntilWhenItHolds() throws Exception {
        Instant until = Instant.now().plusSeconds(1800).truncatedTo(ChronoUnit.MINUTES);
        surroundings.publish(message(offer("offer-1", "offered@example.org", until)));

        MimeMessage mail = surroundings.awaitMailsTo("offered@example.org", 1).get(0);

        assertThat(mail.getSubject()).isEqualTo("An earlier place at Riverside Clinic is free for you");
        assertThat(MailParts.of(mail).text("text/plain"))
                .contains("Please tell us until")
                .contains(DateTimeFormatter.ofPattern("h:mm a", Locale.US)
                        .format(until.atZone(ZoneId.of("America/Los_Angeles"))));
        assertThat(MailParts.of(mail).parts("text/calendar")).isEmpty();
    }

    @Test
    void doesNotTellOfAnOfferThatHasRunOut() {
        surroundings.publish(
                message(offer("offer-2", "late-offer@example.org", Instant.now().minusSeconds(1))));

        assertThat(surroundings.awaitNotice("offer-2", "SKIPPED").getString("lastError"))
                .isEqualTo("too late to be of use");
    }

    @Test
    void plansRemindersAndVoidsThemWhenTheVisitMovesOrIsCancelled() {
        PatientContact patient = surroundings.patient("patient-remind", 1, "remind@example.org");
        surroundings.publish(message(confirmed(patient, "remind", 1)));
        surroundings.awaitNotice("remind", "SENT");

        assertThat(surroundings.reminders("remind"))
                .extracting(row -> row.getDate("dueAt").toInstant(), row -> row.getString("status"))
                .containsExactly(
                        tuple(Instant.parse("2027-03-05T17:00:00Z"), "PENDING"),
                        tuple(Instant.parse("2027-03-07T17:00:00Z"), "PENDING"));

        surroundings.publish(message(rescheduled(patient, "remind", 1)));
        surroundings.awaitMailsTo("remind@example.org", 2);
        Awaitility.await()
                .untilAsserted(() -> assertThat(surroundings.reminders("remind"))
                        .extracting(row -> row.getDate("dueAt").toInstant(), row -> row.getString("status"))
                        .containsExactly(
                                tuple(Instant.parse("2027-03-05T17:00:00Z"), "SKIPPED"),
                                tuple(Instant.parse("2027-03-06T17:00:00Z"), "PENDING"),
                                tuple(Instant.parse("2027-03-07T17:00:00Z"), "SKIPPED"),
                                tuple(Instant.parse("2027-03-08T17:00:00Z"), "PENDING")));

        surroundings.publish(message(cancelled(patient, "remind", 2)));
        surroundings.awaitMailsTo("remind@example.org", 3);
        Awaitility.await()
                .untilAsserted(() -> assertThat(surroundings.reminders("remind"))
                        .extracting(row -> row.getString("status"))
                        .containsOnly("SKIPPED"));
    }

    @Test
    void makesNoNoticeOfStepsButKnowsThatTheVisitHasBegun() {
        PatientContact patient = surroundings.patient("patient-steps", 1, "steps@example.org");
        surroundings.publish(message(confirmed(patient, "steps", 1)));
        surroundings.publish(message(new AppointmentStatusChangedV1(
                "patient-steps", "riverside", "steps", "steps-0", "BOOKED", "ARRIVED", SampleEvents.HAPPENED, 0)));
        // The same key, so this one is heard last.
        surroundings.publish(message(confirmed(patient, "steps-after", 1)));

        surroundings.awaitNotice("steps-after", "SENT");

        assertThat(surroundings.mailsTo("steps@example.org")).hasSize(2);
        assertThat(surroundings
                        .database()
                        .getCollection("appointments")
                        .find(new Document("_id", "steps-0"))
                        .first())
                .containsEntry("begun", true);
    }

    private static WaitlistOfferedV1 offer(String id, String email, Instant until) {
        return new WaitlistOfferedV1(
                id,
                surroundings.patient("patient-" + id, 1, email),
                SampleEvents.RIVERSIDE,
                SampleEvents.FIRST_START,
                SampleEvents.FIRST_START.plusSeconds(7200),
                until);
    }

    private static String calendar(MimeMessage mail) throws Exception {
        return MailParts.of(mail).text("text/calendar");
    }
}
