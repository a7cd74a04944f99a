package io.dendrite.scheduling.calendar.web;

import static io.dendrite.scheduling.calendar.web.BadRequest.START;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Times that cannot be meant. */
final class BadTimes {

    private static final String FIRST = "appointments[0].start";
    private static final String MOVE = "/appointments/$appointment/reschedule";

    private BadTimes() {}

    static List<BadRequest> requests() {
        List<BadRequest> all = new ArrayList<>();
        Map<String, String> starts = Map.ofEntries(
                Map.entry("a start off the grid", "2027-03-08T09:05:00-08:00"),
                Map.entry("a start with seconds", "2027-03-08T09:00:01-08:00"),
                Map.entry("a start with a fraction of a second", "2027-03-08T09:00:00.001-08:00"),
                Map.entry("an offset off the grid", "2027-03-08T09:00:00-08:05"),
                Map.entry("a past start", "2026-11-20T09:00:00-08:00"),
                Map.entry("a start in three years", "2029-12-03T09:00:00-08:00"),
                Map.entry("a date that does not exist", "2027-02-30T09:00:00-08:00"),
                Map.entry("29 February of no leap year", "2027-02-29T09:00:00-08:00"),
                Map.entry("the 13th month", "2027-13-01T09:00:00-08:00"),
                Map.entry("hour 25", "2027-03-08T25:00:00-08:00"),
                Map.entry("an hour that the clocks skip", "2027-03-14T02:30"),
                Map.entry("an hour that the clocks show twice", "2027-11-07T01:30"),
                Map.entry("a date without a time", "2027-03-08"),
                Map.entry("a number in quotes", "1804500000"),
                Map.entry("a word", "tomorrow"),
                Map.entry("no text", ""),
                Map.entry("blanks", "   "),
                Map.entry("an offset of 25 hours", "2027-03-08T09:00:00+25:00"),
                Map.entry("a year of nine digits", "+999999999-03-08T09:00:00-08:00"),
                Map.entry("a year of ten digits", "+9999999999-03-08T09:00:00-08:00"),
                Map.entry("a year before Christ", "-0044-03-15T09:00:00-08:00"),
                Map.entry("a NUL character", "2027-03-08T09:00:00-08:00\\u0000"),
                Map.entry("digits of another script", "٢٠٢٧-03-08T09:00:00-08:00"),
                Map.entry("an overlong text", START + "0".repeat(1_000)));
        starts.forEach((claim, wrong) -> {
            all.add(BadRequest.booking("a booking with " + claim, START, wrong, FIRST));
            all.add(BadRequest.post("a move with " + claim, MOVE, "{\"start\":\"" + wrong + "\"}", "start"));
            if (!claim.startsWith("a past") && !claim.startsWith("a start in")) {
                all.add(BadRequest.block("a block with " + claim, START, wrong, "start"));
            }
        });
        all.add(BadRequest.block("a block that ends before it starts", "T12:00", "T08:00", "end"));
        all.add(BadRequest.block("a block without length", "T12:00", "T09:00", "end"));
        all.add(BadRequest.block("a block that ends off the grid", "T12:00", "T12:01", "end"));
        all.add(BadRequest.block("a block of 32 days", "2027-03-08T12:00", "2027-04-09T12:00", "end"));
        all.add(BadRequest.block("a block of thousands of years", "2027-03-08T12:00", "9999-03-08T12:00", "end"));
        all.add(BadRequest.post(
                "a block in the past",
                "/sites/riverside/blocks",
                "{\"start\":\"2026-11-02T09:00\",\"end\":\"2026-11-02T10:00\",\"reason\":\"Repair\"}",
                "end"));
        return all;
    }
}
