package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.application.NoticeQuery;
import io.dendrite.notification.ledger.model.NoticeStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list; each is named in the complaint when it makes no sense. */
final class NoticeListRequest {

    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final int LONGEST_ID = 200;

    private NoticeListRequest() {}

    /**
     * The query that the parameters ask for.
     *
     * @param sites those that the caller may see; null for all
     * @throws UnusableParameterException naming the first parameter that makes no sense
     */
    static NoticeQuery parse(
            @Nullable String patientId,
            @Nullable String bookingId,
            @Nullable String status,
            @Nullable String limit,
            @Nullable String cursor,
            @Nullable Set<String> sites) {
        return new NoticeQuery(
                id("patientId", patientId),
                id("bookingId", bookingId),
                status(status),
                sites,
                limit(limit),
                cursor == null ? null : Cursor.parse(cursor));
    }

    private static @Nullable String id(String name, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST_ID)) {
            throw new UnusableParameterException(name, "must have 1 to " + LONGEST_ID + " characters");
        }
        return value;
    }

    private static @Nullable NoticeStatus status(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(NoticeStatus.values())
                .filter(status -> status.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new UnusableParameterException(
                        "status",
                        "must be one of "
                                + Arrays.stream(NoticeStatus.values())
                                        .map(NoticeStatus::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Says the same as a number out of bounds.
        }
        throw new UnusableParameterException("limit", "must be a whole number from 1 to " + HIGHEST_LIMIT);
    }
}
