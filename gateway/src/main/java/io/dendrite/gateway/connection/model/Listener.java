package io.dendrite.gateway.connection.model;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the gateway listens.
 *
 * @param address the address, or null for every address of the machine
 * @param tls whether connections are encrypted
 */
public record Listener(@Nullable InetAddress address, boolean tls) {

    /**
     * Refuses to send tokens and patients' data over a network in clear.
     *
     * @param told whether the operator said that something else protects the way
     */
    public void refuseClearText(boolean told) {
        if (tls || told || (address != null && address.isLoopbackAddress())) {
            return;
        }
        throw new StartRefusedException(
                "The gateway would speak plain HTTP on "
                        + (address == null || address.isAnyLocalAddress()
                                ? "every address of this machine"
                                : address.getHostAddress())
                        + " (server.address): tokens and patients' data would cross the network in clear.",
                "Set SERVER_SSL_BUNDLE to a bundle with a certificate, or SERVER_ADDRESS=127.0.0.1; or, where a proxy"
                        + " or a private network protects the way, DENDRITE_GATEWAY_PLAINHTTP=true"
                        + " (dendrite.gateway.plain-http).");
    }
}
