package io.dendrite.scheduling.problem;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of the request that this thread serves.
 *
 * @param traceId 32 hexadecimal digits, the same through all services
 * @param traceparent the header to pass on, with a span of this service
 */
public record Trace(String traceId, String traceparent) {

    /** Name of the logging context's entry that holds the trace id. */
    public static final String MDC_KEY = "traceId";

    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

    /** The trace of this thread's request; outside of requests a new one each time. */
    public static Trace current() {
        Trace bound = CURRENT.get();
        return bound == null ? continuing(null) : bound;
    }

    /** Continues the caller's trace, or begins one when the header is missing or not as W3C Trace Context says. */
    public static Trace continuing(@Nullable String header) {
        Matcher known = TRACEPARENT.matcher(header == null ? "" : header);
        String traceId = known.matches() ? known.group(1) : random(16);
        String flags = known.matches() ? known.group(2) : "00";
        return new Trace(traceId, "00-" + traceId + "-" + random(8) + "-" + flags);
    }

    /** The position that a tracer has reached. */
    public static Trace at(String traceId, String spanId, boolean recorded) {
        return new Trace(traceId, "00-" + traceId + "-" + spanId + (recorded ? "-01" : "-00"));
    }

    /** Makes this the trace of the thread until {@link #unbind()}. */
    public void bind() {
        CURRENT.set(this);
    }

    /** Leaves the thread without a trace. */
    public static void unbind() {
        CURRENT.remove();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
