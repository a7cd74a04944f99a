package io.dendrite.gateway.header.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers of a client's request are believed.
 *
 * <p>What says who calls and from where is the gateway's to say (OWASP ASVS 5.0, 4.1.3); a client that could set it
 * could speak for someone else.
 */
public final class ClientHeaders {

    // The first line says who calls, in the words of proxies and clouds; the second where from, and as what.
    private static final List<String> RESERVED_PREFIXES = List.of(
            "x-user-",
            "x-auth-",
            "x-authenticated-",
            "x-remote-",
            "x-role",
            "x-group",
            "x-identity-",
            "x-principal",
            "x-subject",
            "x-account-",
            "x-tenant",
            "x-site",
            "x-scope",
            "x-jwt-",
            "x-token-",
            "x-impersonate-",
            "x-webauth-",
            "x-ssl-",
            "x-client-cert",
            "x-goog-",
            "x-amzn-oidc-",
            "x-ms-client-",
            "x-ms-token-",
            "x-forwarded-",
            "x-dendrite-",
            "x-original-",
            "x-rewrite-",
            "x-b3-",
            "x-http-method");

    private static final Set<String> RESERVED = Set.of(
            "forwarded",
            "x-forwarded",
            "x-user",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-method-override",
            "x-actor",
            "x-caller",
            "x-email",
            "x-jwt",
            "x-username",
            "remote-user",
            "ssl-client-cert",
            "x-request-id",
            "traceparent",
            "b3",
            "baggage",
            "proxy");

    // RFC 9110, section 7.6.1, and what older software treats alike.
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private ClientHeaders() {}

    /** Whether the header is the gateway's own to set. Some software reads an underscore as a hyphen. */
    public static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith);
    }

    /** Whether the header concerns one connection only and must not be passed on. */
    public static boolean isHopByHop(String name) {
        return HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT));
    }
}
