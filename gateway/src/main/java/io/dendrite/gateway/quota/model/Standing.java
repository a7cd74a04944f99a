package io.dendrite.gateway.quota.model;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a caller stands with a limit after a call.
 *
 * @param limit which limit
 * @param admitted whether the call was within it
 * @param remaining how many more calls may come now
 * @param full when the whole capacity is back
 * @param next when one more call may come, zero if it may now
 */
public record Standing(Limit limit, boolean admitted, long remaining, Duration full, Duration next) {

    /** The {@code RateLimit-Policy} header (draft-ietf-httpapi-ratelimit-headers-10): a list, a member for each limit. */
    public static String policies(List<Standing> standings) {
        return standings.stream()
                .map(Standing::limit)
                .map(limit -> "\"" + limit.name() + "\";q=" + limit.capacity() + ";w=" + seconds(limit.period()))
                .collect(Collectors.joining(", "));
    }

    /** The {@code RateLimit} header of the same draft. */
    public static String remainders(List<Standing> standings) {
        return standings.stream()
                .map(standing ->
                        "\"" + standing.limit.name() + "\";r=" + standing.remaining + ";t=" + seconds(standing.full))
                .collect(Collectors.joining(", "));
    }

    /** When one more call may come, in whole seconds: a client that waits so long is not refused again. */
    public Duration retryAfter() {
        return Duration.ofSeconds(Math.max(1, seconds(next)));
    }

    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
