package io.dendrite.gateway.backend.model;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One process that serves a back end. After it refused a connection it rests: others are asked first for a while. */
public final class Instance {

    private final URI base;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    /**
     * An instance under a base address.
     *
     * @throws IllegalArgumentException when the address is not of the form {@code http://host:port}
     */
    public Instance(URI base, Clock clock) {
        boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        String path = base.getRawPath();
        boolean bare = (path == null || path.isEmpty() || path.equals("/")) && base.getRawQuery() == null;
        if (!http || base.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "an instance's address must look like http://host:port, without a path, but is: " + base);
        }
        this.base = base;
        this.clock = clock;
    }

    /** Where it listens. */
    public URI base() {
        return base;
    }

    /**
     * The address of a target at this instance, byte for byte as the client wrote it.
     *
     * @param asked the address that the client asked for
     */
    public URI target(URI asked) {
        String query = asked.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + asked.getRawPath()
                + (query == null ? "" : "?" + query));
    }

    /** Asks others first for the given time. */
    public void rest(Duration time) {
        restsUntil = clock.instant().plus(time);
    }

    /** Whether others should be asked first. */
    public boolean isResting() {
        return clock.instant().isBefore(restsUntil);
    }
}
