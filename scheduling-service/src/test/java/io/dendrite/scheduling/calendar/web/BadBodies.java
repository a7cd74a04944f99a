package io.dendrite.scheduling.calendar.web;

import static io.dendrite.scheduling.calendar.web.BadRequest.BOOKING;
import static io.dendrite.scheduling.calendar.web.BadRequest.START;
import static io.dendrite.scheduling.calendar.web.BadRequest.block;
import static io.dendrite.scheduling.calendar.web.BadRequest.booking;
import static io.dendrite.scheduling.calendar.web.BadRequest.post;

import java.util.List;

/** Bodies that are no JSON, not of the right shape, too large, or name what does not exist. */
final class BadBodies {

    private static final String VISIT = "{\"start\":\"" + START + "\"}";
    private static final String CANCEL = "/appointments/$appointment/cancel";
    private static final String MOVE = "/appointments/$appointment/reschedule";

    private static final String SHIFT = "/bookings/$booking/shift";
    private static final String ADD = "/bookings/$booking/appointments";

    private BadBodies() {}

    static List<BadRequest> requests() {
        return List.of(
                booking("an unknown patient", "$patient", "nobody", "patientId"),
                booking("an unknown site", "\"riverside\"", "\"nowhere\"", "siteId"),
                booking("an unknown treatment", "iv-mood-2", "nothing", "treatmentId"),
                booking(
                        "an unknown resource",
                        VISIT,
                        visit("\"resources\":[\"chair-99\"]"),
                        "appointments[0].resources[0]"),
                block("an unknown resource of a block", "chair-1", "chair-99", "resources[0]"),
                post(
                        "an unknown resource of a move",
                        MOVE,
                        "{\"start\":\"" + START + "\",\"resources\":[\"chair-1\",\"chair-99\"]}",
                        "resources[1]"),
                booking("a query instead of an id", "\"$patient\"", "{\"$ne\":null}", "patientId"),
                booking("a number for a text", "\"riverside\"", "7", "siteId"),
                booking("true for a text", "\"riverside\"", "true", "siteId"),
                booking("a list for a text", "\"riverside\"", "[\"riverside\"]", "siteId"),
                booking("null for a text", "\"riverside\"", "null", "siteId"),
                booking("a missing field", "\"siteId\":\"riverside\",", "", "siteId"),
                booking("a text for a list", "[" + VISIT + "]", "\"" + START + "\"", "appointments"),
                booking("an object for a list", "[" + VISIT + "]", VISIT, "appointments"),
                booking("a text for an object", VISIT, "\"" + START + "\"", "appointments[0]"),
                booking("a number for a start", "\"" + START + "\"", "1804525200", "appointments[0].start"),
                booking("a huge number", "\"" + START + "\"", "1e999999999", "appointments[0].start"),
                booking("a number of many digits", "\"" + START + "\"", "9".repeat(900), "appointments[0].start"),
                booking("a text for resources", VISIT, visit("\"resources\":\"chair-1\""), "appointments[0].resources"),
                booking("a null resource", VISIT, visit("\"resources\":[null]"), "appointments[0].resources[0]"),
                booking(
                        "21 resources",
                        VISIT,
                        visit("\"resources\":[" + times("\"chair-1\"", 21) + "]"),
                        "appointments[0].resources"),
                booking("no appointments", VISIT, "", "appointments"),
                booking("null for the appointments", "[" + VISIT + "]", "null", "appointments"),
                booking("a null appointment", VISIT, VISIT + ",null", "appointments[1]"),
                booking("an empty appointment", VISIT, "{}", "appointments[0].start"),
                booking("61 appointments", VISIT, times(VISIT, 61), "appointments"),
                booking("10,000 small appointments", VISIT, times("{}", 10_000), "appointments"),
                booking("10,000 appointments", VISIT, times(VISIT, 10_000), "").is(413, "request-too-large"),
                booking("an unknown field", "{\"patientId\"", "{\"colour\":1,\"patientId\"", "colour"),
                booking("an unknown field of a visit", VISIT, visit("\"colour\":1"), "appointments[0].colour"),
                booking("a field twice", "\"siteId\"", "\"siteId\":\"harbor\",\"siteId\"", ""),
                booking("an overlong patient", "$patient", "p".repeat(65), "patientId"),
                booking("an overlong site", "\"riverside\"", "\"" + "s".repeat(65) + "\"", "siteId"),
                booking("an overlong treatment", "iv-mood-2", "t".repeat(65), "treatmentId"),
                booking("an empty id", "$patient", "", "patientId"),
                booking("a NUL character", "iv-mood-2", "iv-mood-2\\u0000", "treatmentId"),
                booking("a raw NUL character", "iv-mood-2", "iv\0mood", "treatmentId"),
                booking("a raw line break", "iv-mood-2", "iv\nmood", "treatmentId"),
                booking("an escaped line break", "iv-mood-2", "iv\\r\\nmood", "treatmentId"),
                booking("half a surrogate pair", "iv-mood-2", "\\ud83d", "treatmentId"),
                block("a line separator in a reason", "Repair", "Re\\u2028pair", "reason"),
                block("an overlong reason", "Repair", "r".repeat(501), "reason"),
                block("a block without a reason", ",\"reason\":\"Repair\"", "", "reason"),
                block("a null resource of a block", "\"chair-1\"", "null", "resources[0]"),
                block("501 resources", "\"chair-1\"", times("\"chair-1\"", 501), "resources"),
                block("an unknown field of a block", "\"reason\"", "\"why\"", "why"),
                post("a cancellation without a reason", CANCEL, "{}", "reason"),
                post("a blank reason", CANCEL, "{\"reason\":\" \"}", "reason"),
                post("a number for a reason", CANCEL, "{\"reason\":1}", "reason"),
                post("a control character in a reason", CANCEL, "{\"reason\":\"a\\u0007b\"}", "reason"),
                post("a move without a start", MOVE, "{}", "start"),
                post("a shift of nothing", SHIFT, "{\"days\":7}", "fromAppointmentId"),
                post("a text for days", SHIFT, shift("\"days\":\"7\""), "days"),
                post("half a day", SHIFT, shift("\"days\":0.5"), "days"),
                post("more days than a year has", SHIFT, shift("\"days\":367"), "days"),
                post("neither days nor a start", SHIFT, shift("\"x\":1"), "x"),
                post("days and a start", SHIFT, shift("\"days\":1,\"start\":\"" + START + "\""), "days"),
                post("a shift to no time", SHIFT, shift("\"start\":\"Monday\""), "start"),
                post("an addition of an unknown kind", ADD, "{\"start\":\"" + START + "\",\"kind\":\"EXTRA\"}", "kind"),
                post("an addition without a start", ADD, "{}", "start"),
                post(
                        "an addition with an unknown resource",
                        ADD,
                        "{\"start\":\"2027-03-09T09:00\",\"resources\":[\"x\"]}",
                        "resources[0]"),
                post("a rest cancelled without a reason", "/bookings/$booking/cancel-rest", "{}", "reason"),
                post("a text for apply", "/bookings/$booking/repair?apply=perhaps", "", "apply"),
                post(
                        "a course without an earliest day",
                        "/course-plans",
                        "{\"siteId\":\"riverside\",\"treatmentId\":\"iv-mood-2\"}",
                        "earliest"),
                booking("a text for partial", "{\"patientId\"", "{\"partial\":\"yes\",\"patientId\"", "partial"),
                post("a hold without visits", "/holds", BOOKING.replace(VISIT, ""), "appointments"),
                post("a hold of no time", "/holds", with("\"minutes\":0"), "minutes"),
                post("a hold of half an hour and more", "/holds", with("\"minutes\":31"), "minutes"),
                post("a hold of a part of a minute", "/holds", with("\"minutes\":1.5"), "minutes"),
                post("a hold for an unknown patient", "/holds", BOOKING.replace("$patient", "nobody"), "patientId"),
                post("a booking without visits", "/bookings", BOOKING.replace(VISIT, ""), "appointments"),
                post("a part of a hold", "/bookings", with("\"holdId\":\"h\",\"partial\":true"), "partial"),
                post("a number for a hold", "/bookings", with("\"holdId\":7"), "holdId"),
                post("a body that is cut off", "/bookings", BOOKING.substring(0, 60), "treatmentId"),
                post("a body that is no JSON", "/bookings", "patientId=1", ""),
                post("a body after which there is another", "/bookings", BOOKING + BOOKING, ""),
                post("a list as a body", "/bookings", "[" + BOOKING + "]", ""),
                post("a text as a body", "/bookings", "\"booking\"", ""),
                post("null as a body", "/bookings", "null", ""),
                post("blanks as a body", "/bookings", "  ", ""),
                post("a body 100,000 levels deep", "/bookings", "[".repeat(100_000), ""),
                post("unknown members 5,000 levels deep", "/bookings", "{\"a\":".repeat(5_000), ""),
                post("a body of 10 MB", "/bookings", "{\"patientId\":\"" + "p".repeat(10 << 20) + "\"}", "")
                        .is(413, "request-too-large"));
    }

    private static String with(String member) {
        return "{" + member + "," + BOOKING.substring(1);
    }

    private static String shift(String member) {
        return "{\"fromAppointmentId\":\"$appointment\"," + member + "}";
    }

    private static String visit(String member) {
        return "{\"start\":\"" + START + "\"," + member + "}";
    }

    private static String times(String element, int count) {
        return (element + ",").repeat(count - 1) + element;
    }
}
