package io.dendrite.benchmarks.load;

/**
 * One answer of the gateway.
 *
 * @param request what was asked
 * @param status the HTTP status, 0 for none
 * @param millis how long it took
 * @param at milliseconds from the begin of the load to the answer
 * @param askedAt milliseconds of the epoch at which it was asked
 * @param id of what was made by it, or empty
 */
public record LoadAnswer(String request, int status, long millis, long at, long askedAt, String id) {

    String text() {
        return String.join(
                ",",
                request,
                String.valueOf(status),
                String.valueOf(millis),
                String.valueOf(at),
                String.valueOf(askedAt),
                id);
    }

    static LoadAnswer of(String text) {
        String[] parts = text.split(",", -1);
        return new LoadAnswer(
                parts[0],
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                parts[5]);
    }
}
