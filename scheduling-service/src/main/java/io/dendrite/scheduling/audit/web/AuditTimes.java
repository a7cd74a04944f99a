package io.dendrite.scheduling.audit.web;

import io.dendrite.audit.application.AuditQuery;
import io.dendrite.scheduling.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times and positions as requests carry them. */
final class AuditTimes {

    private static final Pattern POSITION = Pattern.compile("(\\d{1,15})\\.(\\S{1,64})");

    /** Java reads years of nine digits, which the database's dates do not reach. */
    private static final int LAST_YEAR = 9999;

    private AuditTimes() {}

    /**
     * A time with an offset; null for none.
     *
     * @throws ProblemException 400 naming the field
     */
    static @Nullable Instant parse(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Says the same as a year out of bounds.
        }
        throw ProblemException.invalid(field, "must be a time with an offset such as 2027-03-08T00:00:00Z");
    }

    /**
     * The position that a cursor holds; null for none.
     *
     * @throws ProblemException 400 when it holds something else
     */
    static AuditQuery.@Nullable Position position(@Nullable String key) {
        if (key == null) {
            return null;
        }
        Matcher position = POSITION.matcher(key);
        if (!position.matches()) {
            throw ProblemException.invalid("cursor", "must be the nextCursor of the page before, unchanged");
        }
        return new AuditQuery.Position(Instant.ofEpochMilli(Long.parseLong(position.group(1))), position.group(2));
    }
}
