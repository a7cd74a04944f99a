package io.dendrite.localissuer;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Keeps this issuer, which gives tokens to whoever can read a file, away from the network. */
@Component
final class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private final ServerProperties server;
    private final LocalIssuerProperties settings;

    LoopbackOnly(ServerProperties server, LocalIssuerProperties settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        @Nullable InetAddress address = server.getAddress();
        boolean loopback = address != null && address.isLoopbackAddress();
        if (!loopback && !settings.otherAddresses()) {
            throw new OpenAddressException(address);
        }
    }
}
