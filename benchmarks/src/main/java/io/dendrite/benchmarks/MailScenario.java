package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.BookingLoad;
import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** From a front desk's request to the mail server's acceptance of the patient's mail. */
final class MailScenario {

    private static final int SITES = 8;
    private static final int PATIENCE_SECONDS = 120;

    private MailScenario() {}

    static void toTheMail(Run run) throws InterruptedException {
        List<String> sites = run.ground().sites("mail", SITES, Run.CHAIRS, "America/Los_Angeles");
        Slots slots =
                new Slots(sites, Run.CHAIRS, run.ground().patients(SITES * Run.CHAIRS + 40), Run.FROM.plusYears(1));
        int first = 0;
        for (int perSecond : List.of(20, 50)) {
            List<LoadAnswer> booked =
                    run.load("f-" + perSecond, BookingLoad.class, run.paced(perSecond, slots, first)).stream()
                            .filter(answer -> answer.status() == 201)
                            .toList();
            run.summary().add(measured(run, perSecond, booked));
            first += 10 * slots.perDay();
        }
    }

    private static Measured measured(Run run, int perSecond, List<LoadAnswer> booked) throws InterruptedException {
        Map<String, Instant> sent = new HashMap<>();
        for (int waited = 0; waited < PATIENCE_SECONDS; waited++) {
            booked.stream()
                    .filter(answer -> !sent.containsKey(answer.id()))
                    .forEach(answer -> sentAt(run, answer.id()).ifPresent(at -> sent.put(answer.id(), at)));
            if (sent.size() == booked.size()) {
                break;
            }
            // Nothing tells when a mail is out; this asks once a second.
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        }
        List<Measured.Sample> delays = new ArrayList<>();
        for (LoadAnswer answer : booked) {
            Instant at = sent.get(answer.id());
            delays.add(
                    at == null
                            ? new Measured.Sample(0, 0)
                            : new Measured.Sample(200, Math.max(0, at.toEpochMilli() - answer.askedAt())));
        }
        return Measured.of(
                        Scenario.TO_THE_MAIL.title(),
                        perSecond + " bookings/s",
                        delays,
                        run.settings().seconds())
                .noting("answer 200: mail accepted; 0: not within " + PATIENCE_SECONDS + " s");
    }

    private static Optional<Instant> sentAt(Run run, String booking) {
        JsonNode items = run.target()
                .frontDesk()
                .get("/notices?bookingId=" + booking)
                .body()
                .path("items");
        return items.valueStream()
                .filter(notice -> notice.path("kind").asString("").equals("BOOKING_CONFIRMED"))
                .map(notice -> notice.path("sentAt").asString(""))
                .filter(at -> !at.isEmpty())
                .map(Instant::parse)
                .findFirst();
    }
}
