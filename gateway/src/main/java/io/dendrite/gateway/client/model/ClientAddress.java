package io.dendrite.gateway.client.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from.
 *
 * @param address the client's own, or that of the proxy that speaks for it
 */
public record ClientAddress(InetAddress address) {

    /** Under which name the exchange holds it. */
    public static final String ATTRIBUTE = ClientAddress.class.getName();

    private static final int NETWORK_BYTES = 8;

    /** The address in figures. */
    public String text() {
        return address.getHostAddress();
    }

    /**
     * What counts as one client. With IPv6 one host commands a whole /64 network (RFC 4291, section 2.5.4) and could
     * come with a new address each time.
     */
    public String key() {
        if (!(address instanceof Inet6Address)) {
            return text();
        }
        try {
            byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
