package io.dendrite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.testsupport.FuzzedOperations.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent to any documented operation, the service neither fails nor tells of its inside. The requests are
 * derived from the OpenAPI document that the service itself gives out; half of them are mutations of good ones, half are
 * noise. The seed is fixed, so that a failure comes again.
 */
public abstract class FuzzContract {

    private static final int THREADS = 4;
    private static final int SELDOM = 25;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INSIDE =
            Pattern.compile("(Exception|\\bat (io\\.dendrite|java\\.|org\\.springframework)|Caused by|NullPointer)");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final HttpClient client = HttpClient.newBuilder().build();
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, AtomicInteger> answered = new ConcurrentSkipListMap<>();

    /** Where the service listens. */
    protected abstract String base();

    /** A token that may do everything. */
    protected abstract String token();

    /** How many requests to send. */
    protected abstract int requests();

    /** Paths of operations that read very much, so that they get one request in {@value #SELDOM} of what others get. */
    protected Set<String> costly() {
        return Set.of();
    }

    @Test
    void nothingMakesTheServiceFailOrTellOfItsInside() throws Exception {
        List<Operation> operations = new FuzzedOperations(document()).all();
        assertThat(operations).isNotEmpty();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(20_270_308L + thread);
            all.add(threads.submit(() -> {
                for (int i = 0, left = requests() / THREADS; left > 0; i++) {
                    Operation operation = operations.get(i % operations.size());
                    if (!costly().contains(operation.path()) || random.nextInt(SELDOM) == 0) {
                        send(operation, random);
                        left--;
                    }
                }
                return null;
            }));
        }
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sent.get()).as("answers: " + answered).isGreaterThanOrEqualTo(requests());
        assertThat(answered).as("not everything is refused, nor let through").containsKeys("200", "400", "404");
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + "/v3/api-docs")).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private void send(Operation operation, Random random) throws IOException, InterruptedException {
        RandomValues values = new RandomValues(random);
        String path = VARIABLE.matcher(operation.path())
                .replaceAll(variable -> encoded(value(operation, "path " + variable.group(1), values, random)));
        StringBuilder query = new StringBuilder();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (String parameter : operation.parameters().keySet()) {
            String[] place = parameter.split(" ", 2);
            if (place[0].equals("query") && random.nextInt(4) > 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(encoded(place[1]))
                        .append('=')
                        .append(encoded(value(operation, parameter, values, random)));
            } else if (place[0].equals("header") && random.nextBoolean()) {
                header(request, place[1], value(operation, parameter, values, random));
            }
        }
        String body = body(operation, values, random);
        request.uri(URI.create(base() + path + query))
                .timeout(Duration.ofSeconds(20))
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token());
        header(request, "Content-Type", random.nextInt(20) == 0 ? values.text() : "application/json");
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        sent.incrementAndGet();
        answered.computeIfAbsent(String.valueOf(answer.statusCode()), status -> new AtomicInteger())
                .incrementAndGet();
        String what = operation.method() + " " + path + query + "\n" + body + "\n-> " + answer.statusCode() + " "
                + answer.body();
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(INSIDE.matcher(answer.body()).find()).as(what).isFalse();
        }
    }

    private String value(Operation operation, String parameter, RandomValues values, Random random) {
        return random.nextInt(3) == 0 ? values.text() : operation.parameters().getOrDefault(parameter, values.text());
    }

    private @Nullable String body(Operation operation, RandomValues values, Random random) {
        if (operation.body() == null) {
            return random.nextInt(10) == 0 ? values.text() : null;
        }
        JsonNode body = operation.body().deepCopy();
        if (random.nextInt(4) == 0) {
            return values.written(values.value(0), JSON);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            body = values.mutated(body);
        }
        return values.written(body, JSON);
    }

    /** What the client itself refuses to send is left out. */
    private static void header(HttpRequest.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException e) {
            request.header("X-Refused-By-Client", "yes");
        }
    }

    /** Slashes, dots alone and the like would lead to another operation. */
    private static String encoded(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
        return encoded.isEmpty() ? "%20" : encoded;
    }
}
