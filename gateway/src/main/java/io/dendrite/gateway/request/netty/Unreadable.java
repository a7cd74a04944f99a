package io.dendrite.gateway.request.netty;

import io.dendrite.gateway.problem.model.ProblemKind;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Why a request cannot be read.
 *
 * @param kind the problem to answer with
 * @param detail what would be right
 */
record Unreadable(ProblemKind kind, String detail) {

    /** The fault of this part of a request, if it has one. */
    static Optional<Unreadable> in(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            return Optional.of(because(part.decoderResult().cause()));
        }
        return part instanceof HttpRequest request ? inTarget(request.uri()) : Optional.empty();
    }

    private static Unreadable because(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Unreadable(ProblemKind.URI_TOO_LONG, "The request line is too long; shorten the query.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Unreadable(ProblemKind.HEADERS_TOO_LARGE, "The headers are too long in sum; send fewer.");
        }
        return new Unreadable(ProblemKind.MALFORMED_REQUEST, "This is not an HTTP/1.1 message as RFC 9112 defines it.");
    }

    private static Optional<Unreadable> inTarget(String target) {
        try {
            new URI(target);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(new Unreadable(
                    ProblemKind.MALFORMED_REQUEST,
                    "The address is not a valid URI at character " + e.getIndex() + "; percent-encode it."));
        }
    }
}
