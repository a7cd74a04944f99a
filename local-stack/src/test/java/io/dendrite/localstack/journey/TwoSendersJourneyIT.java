package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dendrite.localstack.FreePort;
import io.dendrite.localstack.TestJvm;
import io.dendrite.localstack.child.ChildJvm;
import io.dendrite.localstack.child.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two instances hear and send, and each is killed with signal 9 in the middle of it. */
class TwoSendersJourneyIT extends Journey {

    private static final int CHAIRS = 20;
    private static final int PATIENTS = 250;
    private static final int BOOKINGS_EACH = 8;
    private static final int NOTICES = PATIENTS * BOOKINGS_EACH;

    /** How many mails a killed instance may have had in its hands: one for each sender (docs/notification-service.md). */
    private static final int IN_HAND = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void everyNoticeIsSentOnceAndNoneIsMissing() throws Exception {
        ChildJvm first = stack().stack().service("notification-service").process();
        ChildJvm second = another(first);
        second.start();
        try {
            SmallClinic clinic = SmallClinic.with(office(), CHAIRS, CHAIRS);
            Set<String> addresses = ConcurrentHashMap.newKeySet();
            long before = files();
            List<Future<?>> booking = book(clinic, addresses);

            awaitMails(before + NOTICES / 5);
            first.kill();
            first.start();
            awaitMails(before + NOTICES / 2);
            second.kill();
            second.start();
            for (Future<?> each : booking) {
                each.get();
            }

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(4))
                    .until(() -> copies(addresses).size() >= NOTICES && nothingIsInHand());
            Map<String, Integer> copies = copies(addresses);
            assertThat(copies).as("none is missing").hasSize(NOTICES);
            assertThat(copies.values().stream().mapToInt(count -> count - 1).sum())
                    .as("second copies, of what the killed ones had in their hands")
                    .isLessThanOrEqualTo(2 * IN_HAND);
        } finally {
            second.kill();
        }
    }

    private static List<Future<?>> book(SmallClinic clinic, Set<String> addresses) {
        ExecutorService desks = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int number = 0; number < PATIENTS; number++) {
            int place = number % CHAIRS;
            // Five visits a day in each chair, from six in the morning; then the next days.
            int hour = 6 + 3 * (number / CHAIRS % 5);
            LocalDate first = LocalDate.of(2027, 3, 1).plusDays((long) BOOKINGS_EACH * (number / (5 * CHAIRS)));
            running.add(desks.submit(() -> {
                FrontDesk.Patient patient = desk().newPatient();
                addresses.add(patient.email());
                for (int day = 0; day < BOOKINGS_EACH; day++) {
                    String start = first.plusDays(day) + "T" + "%02d:00".formatted(hour);
                    Answer answer = desk().insist("/bookings", FrontDesk.bookingJson(patient, clinic, start));
                    assertThat(answer.status())
                            .as("%s at place %d: %s", start, place, answer)
                            .isEqualTo(201);
                }
                return true;
            }));
        }
        desks.shutdown();
        return running;
    }

    /** The same service once more, beside the one of the stack. */
    private static ChildJvm another(ChildJvm first) {
        Path root = TestJvm.root();
        Map<String, String> environment = new HashMap<>(first.environment());
        environment.put("SERVER_PORT", String.valueOf(FreePort.any()));
        return new ChildJvm(
                "notification-service-b",
                JavaCommand.of(
                        root.resolve("notification-service/target/notification-service.jar"),
                        root.resolve("local-stack/target/local-stack-agent.jar"),
                        160),
                environment,
                stack().logs().resolve("notification-service-b.log"));
    }

    private static void awaitMails(long count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> files() >= count);
    }

    private static long files() {
        String[] names = mails().folder().directory().toFile().list();
        return names == null ? 0 : names.length;
    }

    /** How often each message came. */
    private static Map<String, Integer> copies(Set<String> addresses) {
        Map<String, Integer> copies = new HashMap<>();
        mails().folder().mails().stream()
                .filter(mail -> mail.recipients().stream().anyMatch(addresses::contains))
                .forEach(mail -> copies.merge(mail.header("Message-ID").orElseThrow(), 1, Integer::sum));
        return copies;
    }

    private static boolean nothingIsInHand() {
        return desk().get("/notices?limit=1&status=SENDING")
                .json()
                .path("items")
                .isEmpty();
    }
}
