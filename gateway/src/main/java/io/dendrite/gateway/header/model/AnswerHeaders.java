package io.dendrite.gateway.header.model;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the gateway adds to and takes from answers. */
public final class AnswerHeaders {

    /** Swagger UI loads its own scripts and sets styles inline; nothing else may load anything. */
    private static final String CSP_FOR_SWAGGER_UI = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Patients' pages have a style and a few lines of script of their own, and send forms to themselves. */
    private static final String CSP_FOR_PATIENT_PAGES = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String CSP_FOR_DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> SERVICE_PRIVATE = Set.of("server", "x-powered-by", "via");

    private AnswerHeaders() {}

    /**
     * The security headers of an answer to this path.
     *
     * @param secure whether the client came by TLS, so that it may be told to do so from now on (RFC 6797, section 7)
     */
    public static Map<String, String> securityFor(String path, boolean secure) {
        boolean page = path.startsWith("/swagger-ui");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Content-Security-Policy", policy(path));
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        if (!page) {
            // A patient's data must not stay in a shared browser or a proxy.
            headers.put("Cache-Control", "no-store");
        }
        return headers;
    }

    private static String policy(String path) {
        if (path.startsWith("/swagger-ui")) {
            return CSP_FOR_SWAGGER_UI;
        }
        return path.equals("/my") || path.startsWith("/my/") ? CSP_FOR_PATIENT_PAGES : CSP_FOR_DATA;
    }

    /** Whether a service's header stays inside: it tells of our software, or opens the API to other origins. */
    public static boolean isPrivate(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SERVICE_PRIVATE.contains(lower) || lower.startsWith("access-control-");
    }

    /**
     * A service's {@code Location} as the client needs it: relative where it names the instance, which the client
     * cannot reach; else unchanged.
     */
    public static String location(String location, URI instance) {
        String origin = instance.getScheme() + "://" + instance.getRawAuthority();
        if (!location.regionMatches(true, 0, origin, 0, origin.length())) {
            return location;
        }
        String rest = location.substring(origin.length());
        if (rest.isEmpty()) {
            return "/";
        }
        return rest.startsWith("/") ? rest : location;
    }
}
