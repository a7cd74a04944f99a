package io.dendrite.notification.mailbox.imap;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dendrite.events.BookingEventTopic;
import io.dendrite.events.ContactBouncedV1;
import io.dendrite.events.NoticeEventTopic;
import io.dendrite.events.PatientContact;
import io.dendrite.events.PatientContactChangedV1;
import io.dendrite.notification.Surroundings;
import io.dendrite.notification.ToldScheduling;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** From a mail in the clinic's mailbox to what follows from it, with two instances that read it at the same time. */
class MailboxIT {

    private static final String CLINIC = "appointments@clinic.example";
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final ServerSetup IMAP = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);

    private static Surroundings surroundings;
    private static ToldScheduling scheduling;
    private static GreenMail imap;
    private static GreenMailUser account;
    private static final List<ConfigurableApplicationContext> services = new ArrayList<>();

    @BeforeAll
    static void start() {
        surroundings = new Surroundings();
        scheduling = new ToldScheduling();
        imap = new GreenMail(IMAP);
        imap.start();
        account = imap.setUser(CLINIC, CLINIC, "secret");
        String[] settings = Stream.concat(
                        Arrays.stream(scheduling.settings()),
                        Stream.of(
                                "dendrite.mailbox.host=127.0.0.1",
                                "dendrite.mailbox.port=" + IMAP.getPort(),
                                "dendrite.mailbox.tls=false",
                                "dendrite.mailbox.username=" + CLINIC,
                                "dendrite.mailbox.password=secret",
                                "dendrite.mailbox.poll=300ms",
                                "dendrite.mail.bounce-to=bounces@clinic.example"))
                .toArray(String[]::new);
        services.add(surroundings.startService(settings));
        services.add(surroundings.startService(settings));
    }

    @AfterAll
    static void stop() {
        services.forEach(ConfigurableApplicationContext::close);
        imap.stop();
        scheduling.close();
        surroundings.close();
    }

    @Test
    void whatComesBackForGoodStopsTheMailAndTellsTheFrontDeskUntilTheAddressIsAnother() throws Exception {
        PatientContact patient = surroundings.patient("returned", 1, "returned@example.org");
        surroundings.publish(message(confirmed(patient, "returned", 1)));
        Document sent = surroundings.awaitNotice("returned", "SENT");

        deliver(report("postfix-unknown-user", "returned@example.org", sent));
        assertThat(surroundings.awaitNotice("returned", "BOUNCED").getString("lastError"))
                .isEqualTo("returned by the mail server: 5.1.1");
        surroundings.publish(message(confirmed(patient, "returned-next", 1)));

        assertThat(surroundings.awaitNotice("returned-next", "SKIPPED").getString("lastError"))
                .isEqualTo("the address takes no mail");
        assertThat(bouncesOf("returned"))
                .allSatisfy(bounce -> assertThat(bounce.addressVersion()).isEqualTo(1));

        PatientContact moved = surroundings.patient("returned", 2, "found@example.org");
        surroundings.publish(message(new PatientContactChangedV1(moved)));
        surroundings.publish(message(confirmed(moved, "returned-found", 1)));
        surroundings.awaitNotice("returned-found", "SENT");
    }

    @Test
    void anotherLanguageIsNoOtherAddress() throws Exception {
        PatientContact patient = surroundings.patient("spanish", 1, "spanish@example.org");
        surroundings.publish(message(confirmed(patient, "spanish", 1)));
        deliver(report("gmail-no-such-user", "spanish@example.org", surroundings.awaitNotice("spanish", "SENT")));
        surroundings.awaitNotice("spanish", "BOUNCED");

        PatientContact sameAddress = new PatientContact("spanish", 2, patient.sealed(), 1L);
        surroundings.publish(message(confirmed(sameAddress, "spanish-next", 1)));

        surroundings.awaitNotice("spanish-next", "SKIPPED");
    }

    @Test
    void whatComesBackForNowIsTriedAgainLater() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("full", 1, "full@example.org"), "full", 1)));
        deliver(report("exchange-mailbox-full", "full@example.org", surroundings.awaitNotice("full", "SENT")));

        Document waits = surroundings.awaitNotice("full", "PENDING");

        assertThat(waits.getString("lastError")).isEqualTo("returned by the mail server: 5.2.2");
        assertThat(waits.getDate("dueAt").toInstant()).isAfter(Instant.now());
    }

    @Test
    void aReportThatIsForgedOrLateChangesNothing() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("forged", 1, "forged@example.org"), "forged", 1)));
        Document sent = surroundings.awaitNotice("forged", "SENT");

        MimeMessage forAnother = report("postfix-unknown-user", "somebody@example.org", sent);
        MimeMessage ofNothing =
                Samples.message(Samples.text("gmail-no-such-user").replace("maria@example.org", "forged@example.org"));
        MimeMessage delayed = report("postfix-delayed", "forged@example.org", sent);
        deliver(forAnother);
        deliver(ofNothing);
        deliver(delayed);
        awaitFlags(forAnother, Flags.Flag.FLAGGED);
        awaitFlags(ofNothing, Flags.Flag.FLAGGED);
        awaitFlags(delayed, Flags.Flag.SEEN);

        assertThat(surroundings.notices("forged").get(0).getString("status")).isEqualTo("SENT");
    }

    @Test
    void aCalendarsAnswerReachesTheFrontDesk() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("maria", 1, "maria@example.org"), "story", 1)));
        surroundings.awaitMailsTo("maria@example.org", 1);
        scheduling.tell("/appointments/story-0/answer", ToldScheduling.DONE);

        MimeMessage accepted = Samples.message(Samples.text("gmail-accepted"));
        MimeMessage tentative = Samples.message(Samples.text("apple-tentative"));
        MimeMessage forwarded =
                Samples.message(Samples.text("gmail-accepted").replace("From: Maria <maria@", "From: Eve <eve@"));
        deliver(accepted);
        deliver(tentative);
        deliver(forwarded);
        awaitFlags(accepted, Flags.Flag.SEEN);
        awaitFlags(tentative, Flags.Flag.SEEN);
        awaitFlags(forwarded, Flags.Flag.FLAGGED);

        assertThat(scheduling.asked())
                .filteredOn(asked -> asked.path().startsWith("/appointments/story-0"))
                .isNotEmpty()
                .allSatisfy(asked -> {
                    assertThat(asked.authorization()).isEqualTo("Bearer good");
                    assertThat(asked.body())
                            .contains("\"answer\":\"CONFIRMED\"", "\"via\":\"CALENDAR\"", "\"patientId\":\"maria\"");
                });
    }

    @Test
    void anAnswerWaitsUntilTheSchedulingServiceIsBack() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("patient-w", 1, "w@example.org"), "waits", 1)));
        surroundings.awaitMailsTo("w@example.org", 1);
        scheduling.tell("/appointments/waits-0/answer", ToldScheduling.DONE);
        scheduling.away(true);
        MimeMessage declined = Samples.message(Samples.text("gmail-accepted")
                .replace("maria@exampl\r\n e.org", "w@example.org")
                .replace("maria@example.org", "w@example.org")
                .replace("story-0", "waits-0"));
        deliver(declined);
        await().atMost(SOON)
                .until(() -> scheduling.asked().stream()
                        .anyMatch(asked -> asked.path().startsWith("/appointments/waits-0")));
        assertThat(flags(declined).contains(Flags.Flag.SEEN)).isFalse();

        scheduling.away(false);

        awaitFlags(declined, Flags.Flag.SEEN);
    }

    @Test
    void whatNoRuleKnowsIsLeftForPeople() throws Exception {
        for (String sample : List.of("letter-from-a-person", "nested-bomb", "reply-that-is-garbage")) {
            MimeMessage mail = Samples.message(Samples.text(sample));
            deliver(mail);
            awaitFlags(mail, Flags.Flag.FLAGGED);
            assertThat(flags(mail).contains(Flags.Flag.SEEN)).as(sample).isFalse();
        }
    }

    @Test
    void readsOnWhenTheMailboxIsBack() throws Exception {
        imap.stop();
        surroundings.publish(message(confirmed(surroundings.patient("back", 1, "back@example.org"), "back", 1)));
        Document sent = surroundings.awaitNotice("back", "SENT");
        imap = new GreenMail(IMAP);
        imap.start();
        account = imap.setUser(CLINIC, CLINIC, "secret");

        deliver(report("postfix-unknown-user", "back@example.org", sent));

        surroundings.awaitNotice("back", "BOUNCED");
    }

    @Test
    void invitesToAnswerAndNamesTheNoticeInTheEnvelope() throws Exception {
        surroundings.publish(message(confirmed(surroundings.patient("rsvp", 1, "rsvp@example.org"), "rsvp", 1)));
        MimeMessage mail = surroundings.awaitMailsTo("rsvp@example.org", 1).get(0);
        String id = surroundings.awaitNotice("rsvp", "SENT").getString("_id");

        String file = io.dendrite.notification.delivery.mail.MailParts.of(mail).text("text/calendar");
        assertThat(file.replace("\r\n ", "")).contains("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:rsvp@");
        assertThat(mail.getHeader("Return-Path", null)).isEqualTo("<bounces+" + id + "@clinic.example>");
    }

    private static MimeMessage report(String sample, String address, Document sent) throws Exception {
        return Samples.message(Samples.text(sample)
                .replace("maria@example.org", address)
                .replace("00112233445566778899aabbccddeeff", sent.getString("_id"))
                .replaceAll("<6f1c1a50-0001[^>]*>", sent.getString("messageId")));
    }

    private static void deliver(MimeMessage mail) {
        account.deliver(mail);
    }

    private static void awaitFlags(MimeMessage mail, Flags.Flag flag) {
        await().atMost(SOON).until(() -> flags(mail).contains(flag));
    }

    private static Flags flags(MimeMessage mail) throws Exception {
        return imap.getManagers().getImapHostManager().getInbox(account).getMessages().stream()
                .filter(stored -> {
                    try {
                        return Arrays.equals(
                                        stored.getMimeMessage().getInputStream().readAllBytes(),
                                        mail.getInputStream().readAllBytes())
                                && String.valueOf(stored.getMimeMessage().getHeader("From", null))
                                        .equals(String.valueOf(mail.getHeader("From", null)));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow()
                .getFlags();
    }

    private static List<ContactBouncedV1> bouncesOf(String patientId) {
        List<ContactBouncedV1> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.kafkaAddress(),
                        "group.id",
                        "bounce-test-" + patientId,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(NoticeEventTopic.NAME));
            await().atMost(SOON).until(() -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader(BookingEventTopic.HEADER_TYPE)
                                            .value(),
                                    StandardCharsets.UTF_8))
                            .isEqualTo(NoticeEventTopic.CONTACT_BOUNCED);
                    ContactBouncedV1 bounce = NoticeEventTopic.readContactBounced(record.value());
                    if (bounce.patientId().equals(patientId)) {
                        found.add(bounce);
                    }
                }
                return !found.isEmpty();
            });
        }
        return found;
    }

    private static int freePort() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
