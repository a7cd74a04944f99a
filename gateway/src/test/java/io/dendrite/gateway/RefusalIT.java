package io.dendrite.gateway;

import static io.dendrite.gateway.ProblemAssert.problemIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway refuses itself. None of it may reach a service. */
class RefusalIT {

    private static final int MIB = 1_048_576;

    private static StubService service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new StubService("scheduling");
        gateway = RunningGateway.with(
                "DENDRITE_SCHEDULING_URIS=" + service.address(), "dendrite.gateway.upload.timeout=1s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.received.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 10 * MIB})
    void refusesATooLargeBodyOfDeclaredLength(int size) {
        HttpResponse<String> answer =
                gateway.send(gateway.to("/api/v1/bookings").POST(BodyPublishers.ofByteArray(new byte[size])));

        assertThat(problemIn(answer, 413, "/problems/payload-too-large")
                        .get("detail")
                        .asString())
                .contains("1048576 bytes");
        assertThat(service.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1048577, Expect: 100-continue", "900000000, X-No: expectation"})
    void refusesADeclaredLengthAtOnceWhereNothingNeedsToBeDrained(int size, String header) {
        String answer = gateway.sendHead(
                "POST /api/v1/bookings HTTP/1.1", "Host: c", "Content-Length: " + size, header, "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 413");
        problemIn(bodyOf(answer), 413, "/problems/payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 10 * MIB})
    void refusesATooLargeBodyInChunks(int size) {
        HttpResponse<String> answer = gateway.send(gateway.to("/api/v1/bookings")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]))));

        problemIn(answer, 413, "/problems/payload-too-large");
        assertThat(service.received).isEmpty();
    }

    @Test
    void passesABodyOfExactlyTheLimit() {
        byte[] body = new byte[MIB];
        Arrays.fill(body, (byte) 'x');

        gateway.send(gateway.to("/api/v1/bookings").POST(BodyPublishers.ofByteArray(body)));
        gateway.send(gateway.to("/api/v1/bookings")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(service.received).hasSize(2).allSatisfy(request -> {
            assertThat(request.body()).isEqualTo("x".repeat(MIB));
            assertThat(request.headers().get("Content-Length")).containsExactly("1048576");
            assertThat(request.headers().get("Transfer-Encoding")).isNull();
        });
    }

    @Test
    void refusesABodyThatDoesNotFinish() {
        String answer = gateway.sendRaw("POST /api/v1/bookings HTTP/1.1\r\nHost: c\r\nAuthorization: "
                + gateway.authorization() + "\r\nContent-Length: 10\r\n\r\n{\"a\"");

        assertThat(answer).startsWith("HTTP/1.1 408");
        problemIn(bodyOf(answer), 408, "/problems/request-timeout");
        assertThat(service.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../../actuator/env",
                "/api/v1/./sites",
                "/api/v1/%2e%2e/actuator",
                "/api/v1//sites",
                "/api/v1/sites;x=1",
                "/api/v1/a%2Fb",
                "/api/v1/a%5cb",
                "/api/v1/a%00b",
                "/api/v1/a%252e"
            })
    void refusesAPathThatCouldBeReadInTwoWays(String path) {
        String answer = gateway.sendRaw("GET " + path + " HTTP/1.1\r\nHost: c\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        problemIn(bodyOf(answer), 400, "/problems/malformed-request");
        assertThat(service.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET /api/v1/x HTTP/1.1\r\n\r\n",
                "GET /api/v1/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/v1/x HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\nHost: c\r\n\r\n",
                "GET /api/v1/<x> HTTP/1.1\r\nHost: c\r\n\r\n",
                "GET /api/v1/x HTTP/1.1\r\nHost: c\r\nBad Header: 1\r\n\r\n",
                "POST /api/v1/x HTTP/1.1\r\nHost: c\r\nContent-Length: abc\r\n\r\n",
                "POST /api/v1/x HTTP/1.1\r\nHost: c\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /api/v1/x HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
            })
    void answersWhatIsNotHttpWithAProblem(String bytes) {
        String answer = gateway.sendRaw(
                bytes.replace("Host: c\r\n", "Host: c\r\nAuthorization: " + gateway.authorization() + "\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Request-Id: ", "nosniff");
        problemIn(bodyOf(answer), 400, "/problems/malformed-request");
        assertThat(answer.split("HTTP/1.1 400", -1)).as("one answer").hasSize(2);
        assertThat(service.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9000, 1, 414, /problems/uri-too-long", "10, 20000, 431, /problems/headers-too-large"})
    void refusesWhatIsTooLongToRead(int path, int header, int status, String type) {
        String answer = gateway.sendRaw(
                "GET /api/v1/" + "a".repeat(path) + " HTTP/1.1\r\nHost: c\r\nX-A: " + "b".repeat(header) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        problemIn(bodyOf(answer), status, type);
    }

    @Test
    void doesNotPutARefusalInThePlaceOfAnEarlierAnswer() {
        service.answer(request -> {
            org.awaitility.Awaitility.await()
                    .pollDelay(java.time.Duration.ofMillis(200))
                    .until(() -> true);
            return StubService.Answer.json(200, "{\"first\":1}");
        });

        String answers = gateway.sendRaw("GET /api/v1/sites HTTP/1.1\r\nHost: c\r\nAuthorization: "
                + gateway.authorization() + "\r\n\r\ngarbage\r\n\r\n");

        assertThat(answers).doesNotContain("400");
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
