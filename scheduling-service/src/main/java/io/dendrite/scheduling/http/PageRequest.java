package io.dendrite.scheduling.http;

import io.dendrite.scheduling.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit the most items to answer
 * @param after the sort key of the last item of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    /** The most items of a page. */
    public static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_CURSOR = 2_000;
    private static final String MARK = "1:";

    /**
     * Reads the query parameters {@code limit} and {@code cursor}.
     *
     * @throws ProblemException 400 when the limit is not 1 to 200 or the cursor is not one that an answer carried
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw ProblemException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
        }
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, cursor == null ? null : key(cursor));
    }

    /** The opaque cursor that stands for a sort key. */
    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor) {
        if (cursor.length() <= MAX_CURSOR) {
            try {
                String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (decoded.startsWith(MARK)) {
                    return decoded.substring(MARK.length());
                }
            } catch (IllegalArgumentException e) {
                // Not Base64, so not a cursor of ours either.
            }
        }
        throw ProblemException.invalid("cursor", "must be the nextCursor of the page before, unchanged");
    }
}
