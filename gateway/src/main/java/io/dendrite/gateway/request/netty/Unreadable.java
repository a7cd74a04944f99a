package io.dendrite.gateway.request.netty;

import io.dendrite.gateway.problem.model.ProblemKind;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a request cannot be read.
 *
 * @param kind the problem to answer with
 * @param detail what would be right
 */
record Unreadable(ProblemKind kind, String detail) {

    // Services may build links from it: RFC 9112, section 3.2, demands exactly one.
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    /** The fault of this part of a request, if it has one. */
    static Optional<Unreadable> in(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            return Optional.of(because(part.decoderResult().cause()));
        }
        return part instanceof HttpRequest request ? inHead(request) : Optional.empty();
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

    private static Optional<Unreadable> inHead(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean oldProtocol = request.protocolVersion().equals(HttpVersion.HTTP_1_0) && hosts.isEmpty();
        if (!oldProtocol && (hosts.size() != 1 || !HOST.matcher(hosts.get(0)).matches())) {
            return Optional.of(new Unreadable(
                    ProblemKind.MALFORMED_REQUEST, "There must be one Host header, of the form host or host:port."));
        }
        return inTarget(request.uri());
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
