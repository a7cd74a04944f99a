package io.dendrite.gateway.correlation.model;

/**
 * What ties together the traces a request leaves: in the answer, in our log and behind the gateway.
 *
 * @param requestId names the request
 * @param trace names the trace it belongs to
 */
public record Correlation(RequestId requestId, TraceContext trace) {

    /** The name under which an exchange carries its correlation. */
    public static final String ATTRIBUTE = Correlation.class.getName();
}
