package io.dendrite.scheduling.calendar.web;

import java.util.List;

/**
 * A request that must be refused, and how. {@code $patient}, {@code $booking} and {@code $appointment} stand for ones that
 * exist, {@code $name} names a field that must be in {@code errors}; an empty field means that none must be named.
 */
record BadRequest(
        String claim,
        String method,
        String path,
        String body,
        List<String> headers,
        int status,
        String problem,
        String field) {

    private static final String INVALID = "invalid-request";

    /** A booking that would be right but for one replacement in its text. */
    static BadRequest booking(String claim, String right, String wrong, String field) {
        return post(claim, "/bookings", replaced(BOOKING, right, wrong), field);
    }

    /** The same with a block of the site riverside. */
    static BadRequest block(String claim, String right, String wrong, String field) {
        return post(claim, "/sites/riverside/blocks", replaced(BLOCK, right, wrong), field);
    }

    /** A POST that must be answered with 400. */
    static BadRequest post(String claim, String path, String body, String field) {
        return new BadRequest(claim, "POST", path, body, List.of(), 400, INVALID, field);
    }

    /** A GET that must be answered with 400. */
    static BadRequest get(String claim, String path, String field) {
        return new BadRequest(claim, "GET", path, "", List.of(), 400, INVALID, field);
    }

    BadRequest with(String... more) {
        return new BadRequest(claim, method, path, body, List.of(more), status, problem, field);
    }

    BadRequest by(String otherMethod) {
        return new BadRequest(claim, otherMethod, path, body, headers, status, problem, field);
    }

    BadRequest is(int otherStatus, String otherProblem) {
        return new BadRequest(claim, method, path, body, headers, otherStatus, otherProblem, field);
    }

    static final String START = "2027-03-08T09:00:00-08:00";
    static final String BOOKING = """
            {"patientId":"$patient","siteId":"riverside","treatmentId":"iv-mood-2","appointments":[{"start":"%s"}]}""".formatted(START);
    static final String BLOCK = """
            {"start":"%s","end":"2027-03-08T12:00:00-08:00","resources":["chair-1"],"reason":"Repair"}""".formatted(START);

    private static String replaced(String text, String right, String wrong) {
        if (!text.contains(right)) {
            throw new IllegalArgumentException(right);
        }
        return text.replace(right, wrong);
    }

    @Override
    public String toString() {
        return claim;
    }
}
