package io.dendrite.localstack.demo;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** With one's own SMTP server the mails are out of reach: the ledger tells whether that server took them. */
final class LedgerLetters implements Letters {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final ClinicClient clinic;
    private final String patientId;
    private final Report report;
    private final Set<String> seen = new HashSet<>();

    LedgerLetters(ClinicClient clinic, String patientId, Report report) {
        this.clinic = clinic;
        this.patientId = patientId;
        this.report = report;
    }

    @Override
    public void await(Expected expected) throws InterruptedException {
        report.say("the mail went to your own SMTP server: looking at the ledger, GET /api/v1/notices");
        JsonNode notice = next(expected.kind());
        report.quote("status " + notice.path("status").asString() + ", sent at "
                + notice.path("sentAt").asString() + ", Message-ID "
                + notice.path("messageId").asString());
        report.check(notice.path("status").asString().equals("SENT"), "the server has accepted the mail");
    }

    private JsonNode next(String kind) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Optional<JsonNode> found = sent(kind);
                if (found.isPresent()) {
                    return found.get();
                }
                clock.schedule(() -> {}, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
        }
        throw new IllegalStateException("no notice " + kind + " was sent within " + PATIENCE.toSeconds()
                + " s; the ledger says " + clinic.notices(patientId).body().path("items"));
    }

    private Optional<JsonNode> sent(String kind) {
        Answer answer = clinic.notices(patientId).expect(200);
        return answer.body()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().equals(kind))
                .filter(notice -> notice.path("status").asString().equals("SENT"))
                .filter(notice -> seen.add(notice.path("id").asString()))
                .findFirst();
    }
}
