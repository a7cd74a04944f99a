package io.dendrite.gateway.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no proxy           | 203.0.113.9 | 6.6.6.6                    | 203.0.113.9",
                "one proxy          | 10.0.0.1    | 198.51.100.7               | 198.51.100.7",
                "forged by client   | 10.0.0.1    | 6.6.6.6,198.51.100.7       | 198.51.100.7",
                "two proxies        | 10.0.0.1    | 198.51.100.7, 10.9.9.9     | 198.51.100.7",
                "only proxies       | 10.0.0.1    | 10.0.0.2                   | 10.0.0.2",
                "says nothing       | 10.0.0.1    | ''                         | 10.0.0.1",
                "says nonsense      | 10.0.0.1    | 198.51.100.7,unknown       | 10.0.0.1",
                "says a name        | 10.0.0.1    | localhost                  | 10.0.0.1",
                "version 6          | fd00::1     | 2001:db8::7                | 2001:db8:0:0:0:0:0:7",
                "just out of range  | 10.16.0.1   | 198.51.100.7               | 10.16.0.1"
            })
    void believesOnlyWhatStandsBehindATrustedProxy(String name, String peer, String header, String client)
            throws UnknownHostException {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/12", " fd00::/8 "));

        ClientAddress found = proxies.clientOf(InetAddress.getByName(peer), Arrays.asList(header.split(",", -1)));

        assertThat(found.text()).as(name).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "10.0.0", "", "300.1.1.1"})
    void areNamedByAddress(String text) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(text)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("trusted-proxies");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::9, 2001:db8:1:3:0:0:0:0/64"
    })
    void countsAWholeNetworkOfVersion6AsOneClient(String address, String key) throws UnknownHostException {
        assertThat(new ClientAddress(InetAddress.getByName(address)).key()).isEqualTo(key);
    }
}
