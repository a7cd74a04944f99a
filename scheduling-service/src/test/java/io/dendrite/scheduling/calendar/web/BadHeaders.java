package io.dendrite.scheduling.calendar.web;

import static io.dendrite.scheduling.calendar.web.BadRequest.BLOCK;
import static io.dendrite.scheduling.calendar.web.BadRequest.BOOKING;
import static io.dendrite.scheduling.calendar.web.BadRequest.get;
import static io.dendrite.scheduling.calendar.web.BadRequest.post;

import java.util.ArrayList;
import java.util.List;

/** Methods and headers that do not go with the address. */
final class BadHeaders {

    private static final String CANCEL = "/appointments/$appointment/cancel";
    private static final String REASON = "{\"reason\":\"x\"}";

    private BadHeaders() {}

    static List<BadRequest> requests() {
        List<BadRequest> all = new ArrayList<>();
        for (String key : List.of("", " ", "two words", "\"open", "\"\"", "k".repeat(256))) {
            String shown = key.substring(0, Math.min(10, key.length()));
            all.add(post("key '" + shown + "' of a booking", "/bookings", BOOKING, "Idempotency-Key")
                    .with("Idempotency-Key", key));
            all.add(post("key '" + shown + "' of a block", "/sites/riverside/blocks", BLOCK, "Idempotency-Key")
                    .with("Idempotency-Key", key));
        }
        for (String tag : List.of("1", "\"1", "\"1\" \"2\"", "x, y", "W/1")) {
            all.add(post("If-Match " + tag, CANCEL, REASON, "If-Match").with("If-Match", tag));
        }
        for (String tag : List.of("\"0\"", "\"2\"", "W/\"1\"", "\"01\"", "\"99999999999999999999\"", "\"\"")) {
            all.add(post("If-Match " + tag, CANCEL, REASON, "")
                    .with("If-Match", tag)
                    .is(412, "stale-version"));
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x")) {
            all.add(post("a booking as " + type, "/bookings", BOOKING, "")
                    .with("Content-Type", type)
                    .is(415, "unsupported-media-type"));
        }
        all.add(post("a booking as nonsense", "/bookings", BOOKING, "")
                .with("Content-Type", "nonsense")
                .is(415, "unsupported-media-type"));
        all.add(get("a booking as XML", "/bookings/$booking", "")
                .with("Accept", "application/xml")
                .is(406, "not-acceptable"));
        all.add(get("a DELETE of all bookings", "/bookings", "").by("DELETE").is(405, "method-not-allowed"));
        all.add(get("a DELETE of a booking", "/bookings/$booking", "")
                .by("DELETE")
                .is(405, "method-not-allowed"));
        all.add(post("a PUT of an appointment", "/appointments/$appointment", "{}", "")
                .by("PUT")
                .is(405, "method-not-allowed"));
        all.add(get("a GET of a cancellation", CANCEL, "").is(405, "method-not-allowed"));
        all.add(post("a POST of availability", "/availability", "{}", "").is(405, "method-not-allowed"));
        all.add(get("a method that nobody knows", "/bookings", "").by("BREW").is(405, "method-not-allowed"));
        all.add(post("a POST without a body", "/bookings", "", ""));
        all.add(get("an address that nobody knows", "/bookings/$booking/colour", "")
                .is(404, "not-found"));
        return all;
    }
}
