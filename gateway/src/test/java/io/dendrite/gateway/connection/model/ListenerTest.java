package io.dendrite.gateway.connection.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, false",
        "127.9.9.9, false, false",
        "::1, false, false",
        "0.0.0.0, true, false",
        "0.0.0.0, false, true",
        "192.0.2.4, true, false"
    })
    void mayListenWhereTheWayIsProtected(String address, boolean tls, boolean told) throws UnknownHostException {
        Listener listener = new Listener(InetAddress.getByName(address), tls);

        assertThatCode(() -> listener.refuseClearText(told)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, every address", "::, every address", "192.0.2.4, 192.0.2.4"})
    void doesNotListenInClearOnANetwork(String address, String named) throws UnknownHostException {
        Listener listener = new Listener(InetAddress.getByName(address), false);

        assertThatThrownBy(() -> listener.refuseClearText(false))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("server.address")
                .extracting(refused -> ((StartRefusedException) refused).remedy())
                .asString()
                .contains("DENDRITE_GATEWAY_PLAINHTTP", "SERVER_SSL_BUNDLE");
    }

    @Test
    void takesNoAddressForAllOfThem() {
        assertThatThrownBy(() -> new Listener(null, false).refuseClearText(false))
                .hasMessageContaining("every address of this machine");
    }
}
