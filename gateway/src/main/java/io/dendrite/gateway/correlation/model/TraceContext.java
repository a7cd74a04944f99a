package io.dendrite.gateway.correlation.model;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of a request in a distributed trace: W3C Trace Context, Level 1.
 *
 * @param traceId 32 hexadecimal digits, the same for everything that one call causes
 * @param spanId 16 hexadecimal digits, the gateway's own part of the trace
 * @param flags two hexadecimal digits; {@code 01} means that the caller records the trace
 * @param continued whether the caller began the trace
 */
public record TraceContext(String traceId, String spanId, String flags, boolean continued) {

    /** The header that carries it. */
    public static final String HEADER = "traceparent";

    // Section 3.2.2: lower case only; later versions may append fields; version ff is forbidden.
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /**
     * Continues the caller's trace with a span of our own, or starts a trace.
     *
     * @param headers the values of all {@code traceparent} headers; anything but one valid value starts a trace
     */
    public static TraceContext continuing(List<String> headers) {
        if (headers.size() == 1) {
            Matcher match = TRACEPARENT.matcher(headers.get(0).strip());
            if (match.matches() && isKnownShape(match)) {
                return new TraceContext(match.group(2), randomHex(8), match.group(4), true);
            }
        }
        return started();
    }

    /** The position that a tracer has reached for this request. */
    public static TraceContext at(String traceId, String spanId, boolean recorded, boolean continued) {
        return new TraceContext(traceId, spanId, recorded ? "01" : "00", continued);
    }

    /** A trace that begins here. */
    public static TraceContext started() {
        return new TraceContext(randomHex(16), randomHex(8), "01", false);
    }

    /** The header for whoever is called next. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static boolean isKnownShape(Matcher match) {
        boolean appended = match.group(5) != null;
        return !(match.group(1).equals("00") && appended) && !isZero(match.group(2)) && !isZero(match.group(3));
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    // Ids must be distinct, not secret, so the cheap generator is right here.
    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        do {
            ThreadLocalRandom.current().nextBytes(random);
        } while (isZero(HexFormat.of().formatHex(random)));
        return HexFormat.of().formatHex(random);
    }
}
