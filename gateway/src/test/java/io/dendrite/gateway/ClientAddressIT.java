package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whom the gateway takes for the client. */
class ClientAddressIT {

    @Test
    void believesNobodyUnlessTold() {
        assertThat(seenBehind("198.51.100.7")).isEqualTo("127.0.0.1");
    }

    @Test
    void believesATrustedProxyAndNotWhatTheClientToldTheProxy() {
        assertThat(seenBehind("6.6.6.6, 198.51.100.7", "dendrite.gateway.trusted-proxies=10.0.0.0/8,127.0.0.1"))
                .isEqualTo("198.51.100.7");
    }

    private static String seenBehind(String forwardedFor, String... properties) {
        try (StubService service = new StubService("scheduling")) {
            String[] all = java.util.Arrays.copyOf(properties, properties.length + 1);
            all[properties.length] = "DENDRITE_SCHEDULING_URIS=" + service.address();
            try (RunningGateway gateway = RunningGateway.with(all)) {
                gateway.send(gateway.to("/api/v1/sites").header("X-Forwarded-For", forwardedFor));
            }
            return String.join("|", service.received.get(0).headers().get("X-Forwarded-For"));
        }
    }
}
