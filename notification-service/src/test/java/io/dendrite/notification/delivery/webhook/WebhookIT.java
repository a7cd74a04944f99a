package io.dendrite.notification.delivery.webhook;

import static io.dendrite.notification.SampleEvents.confirmed;
import static io.dendrite.notification.SampleEvents.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import io.dendrite.notification.Surroundings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Patients who do not want e-mail are told by a program of the clinic's. */
class WebhookIT {

    private static final byte[] SECRET = "a secret of at least 24 bytes".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private static final List<Call> calls = new CopyOnWriteArrayList<>();

    private static Surroundings surroundings;
    private static HttpServer program;
    private static ConfigurableApplicationContext service;

    record Call(String id, String timestamp, String signature, String body) {}

    @BeforeAll
    static void start() throws IOException {
        surroundings = new Surroundings();
        program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/notices", WebhookIT::answer);
        program.start();
        service = surroundings.startService(
                "dendrite.webhook.url=http://127.0.0.1:" + program.getAddress().getPort() + "/notices",
                "dendrite.webhook.secret=" + Base64.getEncoder().encodeToString(SECRET),
                "dendrite.delivery.backoff.initial=200ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        program.stop(0);
        surroundings.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        String phone = JsonMapper.builder().build().readTree(body).path("phone").asString();
        int turn = tries.merge(phone, 1, Integer::sum);
        int status = phone.equals("refused") ? 400 : phone.equals("later") && turn < 3 ? 503 : 204;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void tellsByTheProgramAndSignsTheCall() throws Exception {
        surroundings.publish(message(confirmed(patient("hook", "+1 503 555 0177"), "hook", 1)));

        assertThat(surroundings.awaitNotice("hook", "SENT").getString("messageId"))
                .startsWith("webhook:");

        Call call = calls.stream()
                .filter(each -> each.body().contains("0177"))
                .findFirst()
                .orElseThrow();
        JsonNode body = JsonMapper.builder().build().readTree(call.body());
        assertThat(body.path("kind").asString()).isEqualTo("BOOKING_CONFIRMED");
        assertThat(body.path("text").asString()).contains("Monday, March 8, 2027");
        assertThat(call.body()).doesNotContain("@example.org");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        assertThat(call.signature())
                .isEqualTo("v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal((call.id() + "." + call.timestamp() + "." + call.body())
                                        .getBytes(StandardCharsets.UTF_8))));
        assertThat(surroundings.mailsTo("hook@example.org")).isEmpty();
    }

    @Test
    void triesAgainWhatIsPutOffUnderTheSameId() {
        surroundings.publish(message(confirmed(patient("later", "later"), "later", 1)));

        surroundings.awaitNotice("later", "SENT");

        assertThat(calls)
                .filteredOn(call -> call.body().contains("\"phone\":\"later\""))
                .hasSize(3)
                .extracting(Call::id)
                .containsOnly(surroundings.notices("later").get(0).getString("_id"));
    }

    @Test
    void keepsWhyANoticeIsRefused() {
        surroundings.publish(message(confirmed(patient("refused", "refused"), "refused", 1)));
        surroundings.publish(message(confirmed(patient("no-phone", null), "no-phone", 1)));

        assertThat(surroundings.awaitNotice("refused", "FAILED").getString("lastError"))
                .isEqualTo("the webhook answered 400");
        assertThat(surroundings.awaitNotice("no-phone", "FAILED").getString("lastError"))
                .isEqualTo("the patient has no phone number");
    }

    @Test
    void stillSendsMailToThoseWhoWantIt() {
        surroundings.publish(message(confirmed(surroundings.patient("mail", 1, "mail@example.org"), "mail", 1)));

        surroundings.awaitMailsTo("mail@example.org", 1);
    }

    @Test
    void tellsNothingToThoseWhoWantNoMessages() {
        PatientContact silent = surroundings
                .seals()
                .patient(
                        "silent",
                        1,
                        new ContactDetails(
                                "Ann",
                                "silent@example.org",
                                "+1",
                                "en",
                                true,
                                ContactDetails.Channel.NONE,
                                ContactDetails.Reminders.ALL));
        surroundings.publish(message(confirmed(silent, "silent", 1)));

        assertThat(surroundings.awaitNotice("silent", "SKIPPED").getString("lastError"))
                .isEqualTo("the patient wants no messages");
    }

    private static PatientContact patient(String id, String phone) {
        return surroundings
                .seals()
                .patient(
                        id,
                        1,
                        new ContactDetails(
                                "Ann",
                                id + "@example.org",
                                phone,
                                "en",
                                false,
                                ContactDetails.Channel.OTHER,
                                ContactDetails.Reminders.ALL));
    }
}
