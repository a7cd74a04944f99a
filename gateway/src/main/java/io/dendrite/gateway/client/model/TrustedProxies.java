package io.dendrite.gateway.client.model;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The proxies in front of the gateway whose word on the client's address is taken. Without any, the peer is the client. */
public final class TrustedProxies {

    private final List<AddressRange> ranges;

    /**
     * Proxies by address or range of addresses.
     *
     * @throws StartRefusedException when one is neither
     */
    public TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream()
                .map(text -> AddressRange.parse(text.strip())
                        .orElseThrow(() -> new StartRefusedException(
                                "dendrite.gateway.trusted-proxies has an entry that is no address: " + text,
                                "Name addresses or ranges such as 10.0.0.7 or 10.0.0.0/24.")))
                .toList();
    }

    /** Whether the address is one of them. */
    public boolean include(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Who the client is.
     *
     * @param peer who opened the connection
     * @param forwardedFor what {@code X-Forwarded-For} says, the nearest last: each proxy appends whom it saw, so only
     *     what stands behind the last stranger is hearsay
     */
    public ClientAddress clientOf(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        for (int i = forwardedFor.size() - 1; i >= 0 && include(client); i--) {
            Optional<InetAddress> before =
                    AddressRange.address(forwardedFor.get(i).strip());
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return new ClientAddress(client);
    }
}
