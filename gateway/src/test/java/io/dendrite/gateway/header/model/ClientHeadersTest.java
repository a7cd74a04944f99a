package io.dendrite.gateway.header.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "x-forwarded-anything",
                "FORWARDED",
                "X-Real-IP",
                "X-User-Id",
                "X-User",
                "x-dendrite-role",
                "X-Request-Id",
                "traceparent",
                "b3",
                "X-B3-SpanId",
                "X-Rewrite-URL",
                "Proxy",
                "X-Auth-Request-Email",
                "X-Forwarded-User",
                "X-Remote-User",
                "Remote-User",
                "X-Roles",
                "X-Role",
                "X-Sites",
                "X-Authenticated-Userid",
                "X-Goog-Authenticated-User-Email",
                "X-MS-Client-Principal",
                "X-SSL-Client-S-DN",
                "X-Client-Cert",
                "X_USER_ID",
                "x-user_id"
            })
    void reservesWhatOnlyTheGatewayMaySay(String header) {
        assertThat(ClientHeaders.isReserved(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Cookie",
                "If-Match",
                "Idempotency-Key",
                "Accept",
                "Content-Type",
                "User-Agent",
                "tracestate",
                "Prefer",
                "X-Requested-With"
            })
    void leavesTheClientItsOwn(String header) {
        assertThat(ClientHeaders.isReserved(header)).isFalse();
        assertThat(ClientHeaders.isHopByHop(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "keep-alive",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Proxy-Authorization"
            })
    void knowsWhatEndsAtThisConnection(String header) {
        assertThat(ClientHeaders.isHopByHop(header)).isTrue();
    }
}
