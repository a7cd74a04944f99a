package io.dendrite.benchmarks;

import io.dendrite.benchmarks.load.BookingLoad;
import io.dendrite.benchmarks.load.LoadAnswer;
import io.dendrite.benchmarks.load.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        Slots slots = new Slots(sites, Run.CHAIRS, run.ground().patients(SITES * Run.CHAIRS + 40), run.from());
        int first = 0;
        for (int perSecond : List.of(20, 50)) {
            List<LoadAnswer> answers =
                    run.load("f-" + perSecond, BookingLoad.class, run.paced(perSecond, slots, first));
            run.summary()
                    .add(run.measured(
                            Scenario.TO_THE_MAIL.title(),
                            perSecond + " bookings/s, until they were answered",
                            answers));
            List<LoadAnswer> booked =
                    answers.stream().filter(answer -> answer.status() == 201).toList();
            run.summary().add(measured(run, perSecond, booked));
            first += 10 * slots.perDay();
        }
    }

    /** The last first: once that is out, most others are, so that little is asked while mails are still to be sent. */
    private static Measured measured(Run run, int perSecond, List<LoadAnswer> booked) throws InterruptedException {
        List<LoadAnswer> lastFirst = new ArrayList<>(booked);
        Collections.reverse(lastFirst);
        List<Measured.Sample> delays = new ArrayList<>();
        int patience = PATIENCE_SECONDS;
        for (LoadAnswer answer : lastFirst) {
            Optional<Instant> at = sentAt(run, answer.id());
            while (at.isEmpty() && patience > 0) {
                // Nothing tells when a mail is out; this asks once a second.
                new CountDownLatch(1).await(1, TimeUnit.SECONDS);
                patience--;
                at = sentAt(run, answer.id());
            }
            delays.add(at.map(sent -> new Measured.Sample(200, Math.max(0, sent.toEpochMilli() - answer.askedAt())))
                    .orElseGet(() -> new Measured.Sample(0, 0)));
        }
        return Measured.of(
                        Scenario.TO_THE_MAIL.title(),
                        perSecond + " bookings/s, until the mail was accepted",
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
