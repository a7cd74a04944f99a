package io.dendrite.scheduling.calendar.web;

import static io.dendrite.scheduling.calendar.web.BadRequest.BLOCK;
import static io.dendrite.scheduling.calendar.web.BadRequest.START;
import static io.dendrite.scheduling.calendar.web.BadRequest.get;
import static io.dendrite.scheduling.calendar.web.BadRequest.post;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Paths and queries that name what does not exist or cannot be. */
final class BadParameters {

    private static final String FREE = "/availability?site=riverside&treatment=iv-mood-2";
    private static final String DAY = "/appointments?site=riverside&date=2027-03-08";
    private static final String BLOCKS = "/sites/riverside/blocks";
    private static final String RANGE = "&from=2027-03-08&to=2027-03-08";

    private BadParameters() {}

    static List<BadRequest> requests() {
        List<BadRequest> all = new ArrayList<>(List.of(
                get("availability of an unknown site", FREE.replace("riverside", "nowhere") + RANGE, "site"),
                get("availability of an unknown treatment", FREE.replace("iv-mood-2", "nothing") + RANGE, "treatment"),
                get("availability of an unknown resource", FREE + RANGE + "&resource=chair-99", "resource"),
                get("availability without a site", "/availability?treatment=iv-mood-2" + RANGE, "site"),
                get("availability without an end", FREE + "&from=2027-03-08", "to"),
                get("availability that ends before it starts", FREE + "&from=2027-03-08&to=2027-03-06", "to"),
                get("availability of 91 days", FREE + "&from=2027-01-01&to=2027-04-01", "to"),
                get("availability of all time", FREE + "&from=0001-01-01&to=9999-12-31", "to"),
                get("availability from a date that does not exist", FREE + "&from=2027-02-30&to=2027-03-08", "from"),
                get("availability from a word", FREE + "&from=tomorrow&to=2027-03-08", "from"),
                get("availability from ten letters", FREE + "&from=abcdefghij&to=2027-03-08", "from"),
                get("availability with a raw plus", FREE + "&from=2027-03-08T09:00:00+01:00&to=2027-03-09", "from"),
                get("availability with limit 0", FREE + RANGE + "&limit=0", "limit"),
                get("availability with limit 5001", FREE + RANGE + "&limit=5001", "limit"),
                get("availability on a day that is none", FREE + RANGE + "&weekdays=MONDAY,FUNDAY", "weekdays"),
                get("availability on no day", FREE + RANGE + "&weekdays=", "weekdays"),
                get("availability at a time that is none", FREE + RANGE + "&timeOfDay=08:00-24:30", "timeOfDay"),
                get("availability at times in no order", FREE + RANGE + "&timeOfDay=12:00-08:00", "timeOfDay"),
                get("availability for an unknown patient", FREE + RANGE + "&patientId=nobody", "patientId"),
                get("availability explained perhaps", FREE + RANGE + "&explain=perhaps", "explain"),
                get("a day sheet of an unknown site", DAY.replace("riverside", "nowhere"), "site"),
                get("a day sheet without a date", "/appointments?site=riverside", "date"),
                get("a day sheet of a date that does not exist", DAY.replace("03-08", "02-30"), "date"),
                get("a day sheet of an empty date", DAY.replace("2027-03-08", ""), "date"),
                get("a day sheet of a NUL", DAY.replace("2027-03-08", "%00"), "date"),
                get("bookings of no patient", "/bookings", "patientId"),
                get("blocks without a range", BLOCKS, "from"),
                get("blocks of 91 days", BLOCKS + "?from=2027-01-01&to=2027-04-01", "to"),
                get("blocks that end before they start", BLOCKS + "?from=2027-03-08&to=2027-03-06", "to"),
                post("a dry run of perhaps", BLOCKS + "?dryRun=perhaps", BLOCK, "dryRun")));
        for (String list : List.of(DAY, "/bookings?patientId=$patient", BLOCKS + "?from=2027-03-08&to=2027-03-08")) {
            for (String limit : List.of("0", "-1", "201", "1.5", "many", "99999999999", "%00")) {
                all.add(get("limit " + limit + " of " + list, list + "&limit=" + limit, "limit"));
            }
            for (String cursor : List.of("x", "!!", "", "%00", "AAAA", "a".repeat(3_000))) {
                String shown = cursor.substring(0, Math.min(5, cursor.length()));
                all.add(get("cursor " + shown + " of " + list, list + "&cursor=" + cursor, "cursor"));
            }
        }
        missing().forEach(all::add);
        return all;
    }

    /** Ids in paths, among them some that a careless server would read as something else. */
    private static Stream<BadRequest> missing() {
        String move = "{\"start\":\"" + START + "\"}";
        return Stream.of("nothing", "%0d%0aX:1", "%7B%22%24ne%22:1%7D", "%E2%80%AE", "%F0%9F%92%A9", "a".repeat(2_000))
                .flatMap(id -> Stream.of(
                        get("booking " + shown(id), "/bookings/" + id, ""),
                        get("appointment " + shown(id), "/appointments/" + id, ""),
                        post("a move of " + shown(id), "/appointments/" + id + "/reschedule", move, ""),
                        post(
                                "a cancellation of " + shown(id),
                                "/appointments/" + id + "/cancel",
                                "{\"reason\":\"x\"}",
                                ""),
                        get(
                                "blocks of site " + shown(id),
                                "/sites/" + id + "/blocks?from=2027-03-08&to=2027-03-08",
                                ""),
                        post("a block of site " + shown(id), "/sites/" + id + "/blocks", BLOCK, ""),
                        get("block " + shown(id), BLOCKS + "/" + id, "").by("DELETE")))
                .map(bad -> bad.is(404, "not-found"));
    }

    private static String shown(String id) {
        return id.substring(0, Math.min(20, id.length()));
    }
}
