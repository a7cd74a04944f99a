package io.dendrite.localstack.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The front desk's side of the HTTP API, over real HTTP. Every call answers, whatever the status. */
public final class ClinicClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration INSISTING = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Supplier<String> token;

    /**
     * Calls nobody yet.
     *
     * @param gateway the address without a path
     * @param token asked before each call, so that an expired one is never sent
     */
    public ClinicClient(URI gateway, Supplier<String> token) {
        base = gateway;
        this.token = token;
    }

    /** Registers a patient who agrees to e-mail; insists on an answer. */
    public Answer register(String givenName, String familyName, String email) {
        return insist(
                "POST",
                "/patients",
                Map.of(
                        "givenName",
                        givenName,
                        "familyName",
                        familyName,
                        "birthDate",
                        "1985-04-12",
                        "email",
                        email,
                        "phone",
                        "+1 503 555 0199",
                        "language",
                        "en",
                        "emailConsent",
                        true));
    }

    /** The free starts of a treatment, from a date to a date, both whole. */
    public List<Slot> availability(String site, String treatment, LocalDate from, LocalDate to) {
        String query = "site=" + site + "&treatment=" + treatment + "&from=" + from + "&to=" + to + "&limit=5000";
        JsonNode slots = get("/availability?" + query).expect(200).body().path("slots");
        return slots.valueStream().map(Slot::of).toList();
    }

    /** Books visits of a patient together: all of them or none. */
    public Answer book(String patient, String site, String treatment, List<OffsetDateTime> starts) {
        List<Map<String, Object>> visits = starts.stream()
                .map(start -> Map.<String, Object>of("start", start.toString()))
                .toList();
        return post("/bookings", booking(patient, site, treatment, visits));
    }

    /** Books one visit that must have these resources. */
    public Answer bookWith(
            String patient, String site, String treatment, OffsetDateTime start, List<String> resources) {
        return post(
                "/bookings",
                booking(patient, site, treatment, List.of(Map.of("start", start.toString(), "resources", resources))));
    }

    private static Map<String, Object> booking(
            String patient, String site, String treatment, List<Map<String, Object>> visits) {
        return Map.of("patientId", patient, "siteId", site, "treatmentId", treatment, "appointments", visits);
    }

    /** Moves an appointment. */
    public Answer reschedule(String appointment, OffsetDateTime start) {
        return post("/appointments/" + appointment + "/reschedule", Map.of("start", start.toString()));
    }

    /** Calls an appointment off. */
    public Answer cancel(String appointment, String reason) {
        return post("/appointments/" + appointment + "/cancel", Map.of("reason", reason));
    }

    /** The notices of a patient, by the notification-service. */
    public Answer notices(String patient) {
        return get("/notices?patientId=" + patient);
    }

    /** {@code GET /api/v1<path>}. */
    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** {@code POST /api/v1<path>} with a JSON body. */
    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    /**
     * Any call below {@code /api/v1}.
     *
     * @param body turned into JSON; a {@link String} is sent as it is, null sends none
     * @throws UncheckedIOException if there was no answer
     */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)));
        headers.forEach(request::setHeader);
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Answer(
                    method + " /api/v1" + path,
                    response.statusCode(),
                    response.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    header -> header.getValue().get(0))),
                    parsed(response.body()),
                    took);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " had no answer from " + base + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    /**
     * Any call below {@code /api/v1}, repeated under one idempotency key for up to a minute: while there is no answer, or
     * one that {@linkplain Answer#isOpen() decides nothing}.
     *
     * @return the first other answer, or the last of them
     * @throws UncheckedIOException if there was no answer to the last try
     */
    public Answer insist(String method, String path, Object body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long giveUp = System.nanoTime() + INSISTING.toNanos();
        while (true) {
            boolean last = System.nanoTime() > giveUp;
            try {
                Answer answer = send(method, path, body, key);
                if (last || !answer.isOpen()) {
                    return answer;
                }
            } catch (UncheckedIOException noAnswer) {
                if (last) {
                    throw noAnswer;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static JsonNode parsed(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(body);
        }
    }
}
