package io.dendrite.notification.page.web;

import org.springframework.http.HttpHeaders;

/**
 * What browsers are told about the pages. The gateway says the same; this holds where a clinic puts another one before the
 * service.
 */
final class PageHeaders {

    private static final String ONLY_OURS = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    static HttpHeaders of() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", ONLY_OURS);
        return headers;
    }
}
