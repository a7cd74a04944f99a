package io.dendrite.localstack.client;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/**
 * A start that can be booked, in the site's time.
 *
 * @param end when the patient leaves
 */
public record Slot(OffsetDateTime start, OffsetDateTime end) {

    /** Reads any JSON object with a start and an end. */
    public static Slot of(JsonNode slot) {
        return new Slot(
                OffsetDateTime.parse(slot.path("start").asString()),
                OffsetDateTime.parse(slot.path("end").asString()));
    }

    /** The site's date of the start. */
    public LocalDate day() {
        return start.toLocalDate();
    }
}
