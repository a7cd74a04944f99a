package io.dendrite.localstack.stack;

import io.dendrite.localstack.child.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Collectors;

/** One of Dendrite's services as a process of its own. */
public final class Service {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final ChildJvm process;
    private final URI uri;

    Service(ChildJvm process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** What people call it; with several instances of a service, ending in {@code -1}, {@code -2}. */
    public String name() {
        return process.name();
    }

    /** Its own address, past the gateway. */
    public URI uri() {
        return uri;
    }

    /** Its process, to look at, kill or start again. */
    public ChildJvm process() {
        return process;
    }

    /**
     * Starts it, unless it runs, and returns when it takes requests.
     *
     * @throws StackFailure if it ends before that, or takes longer than {@code limit}
     */
    public void start(Duration limit) {
        process.start();
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (process.endsWithin(BETWEEN_LOOKS)) {
                throw new StackFailure(whyItEnded());
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(
                        name() + " was not ready after " + limit.toSeconds() + " s: see " + process.log() + ".");
            }
        }
    }

    /** Asks it to finish what it has and end. */
    public void stop() {
        process.stop(PATIENCE);
    }

    /** Whether it says that it takes requests. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Who, with which code, and what it said last. */
    public String whyItEnded() {
        String lastWords = process.lastLines(30).stream()
                .filter(line -> !line.isBlank())
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
        return name() + " ended with exit code " + process.exitCode() + ". Its log is " + process.log()
                + "; the last lines are:" + lastWords;
    }
}
