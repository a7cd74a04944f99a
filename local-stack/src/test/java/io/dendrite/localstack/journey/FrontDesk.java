package io.dendrite.localstack.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A front desk, or another office, that speaks to the gateway; and many of them at once. */
final class FrontDesk {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final Supplier<String> token;

    FrontDesk(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Something outside of the API, which asks for no token on this stack. */
    Answer atRoot(String path) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path)).GET());
    }

    Answer post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /**
     * Posts, and repeats what a moment's fault of the database refused, as the API asks of its clients: with the same
     * Idempotency-Key.
     */
    Answer insist(String path, String json) {
        String key = UUID.randomUUID().toString();
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .until(() -> post(path, json, "Idempotency-Key", key), answer -> answer.status() != 503);
    }

    Answer put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A patient whose address nobody else has. */
    Patient newPatient() {
        int number = NUMBER.incrementAndGet();
        String email = "patient-" + number + "-" + System.nanoTime() + "@example.org";
        Answer answer = insist("/patients", """
                {"givenName":"Giventest%d","familyName":"Familytest%d","birthDate":"1985-04-12","email":"%s",
                 "phone":"+1 503 555 0142","language":"en","emailConsent":true}""".formatted(number, number, email));
        if (answer.status() != 201) {
            throw new AssertionError("no patient: " + answer);
        }
        return new Patient(answer.id(), email);
    }

    record Patient(String id, String email) {}

    List<Patient> newPatients(int count) {
        List<Patient> patients = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            patients.add(newPatient());
        }
        return patients;
    }

    /** Books visits, one for each start, which is local time of the site. */
    Answer book(Patient patient, SmallClinic clinic, String... starts) {
        return post("/bookings", bookingJson(patient, clinic, starts));
    }

    static String bookingJson(Patient patient, SmallClinic clinic, String... starts) {
        List<String> visits = new ArrayList<>();
        for (String start : starts) {
            visits.add("{\"start\":\"" + start + "\"}");
        }
        return "{\"patientId\":\"%s\",\"siteId\":\"%s\",\"treatmentId\":\"%s\",\"appointments\":[%s]}"
                .formatted(patient.id(), clinic.site(), clinic.treatment(), String.join(",", visits));
    }

    Answer move(String appointmentId, String start) {
        return post("/appointments/" + appointmentId + "/reschedule", "{\"start\":\"" + start + "\"}");
    }

    Answer cancel(String appointmentId) {
        return post("/appointments/" + appointmentId + "/cancel", "{\"reason\":\"test\"}");
    }

    /** Sends requests at the same moment, each from a thread of its own. */
    static List<Answer> allAtOnce(List<Callable<Answer>> requests) {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> request : requests) {
                running.add(threads.submit(() -> {
                    go.await();
                    return request.call();
                }));
            }
            go.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .header("Authorization", "Bearer " + token.get())
                .timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
