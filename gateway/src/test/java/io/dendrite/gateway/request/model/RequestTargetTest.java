package io.dendrite.gateway.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/bookings/6a.b-c_d~e",
                "/api/v1/sites/riverside/resources/chair-1",
                "/api/v1/treatments/J%C3%B6rg%20x",
                "/swagger-ui/swagger-ui.css",
                "/api/v1/...",
                "/api/v1/trailing/",
            })
    void findsNoFaultInAPlainPath(String path) {
        assertThat(RequestTarget.faultIn(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../actuator", "/..", "/api/.", "/api/./v1", "/api/v1/%2E%2e/x", "/a%2fb", "/a%5Cb", "/a\\b",
                "/a;x=1", "/a%3Bx", "//evil.example/x", "/a//b", "/a%00", "/a%0d%0aX:1", "/a%7F", "/a%252e"
            })
    void namesWhatIsWrongWithATrickyPath(String path) {
        assertThat(RequestTarget.faultIn(path))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("The path must not contain"));
    }
}
