package io.dendrite.localstack.client;

import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An appointment of a booking, as it was answered.
 *
 * @param sequence how often it was moved or cancelled
 * @param resources all that is held for it, each once
 */
public record Visit(
        String id, String status, OffsetDateTime start, OffsetDateTime end, int sequence, List<String> resources) {

    /** The visits of a booking, in its order. */
    public static List<Visit> ofBooking(JsonNode booking) {
        return booking.path("appointments").valueStream().map(Visit::of).toList();
    }

    /** An appointment that was answered by itself. */
    public static Visit of(JsonNode appointment) {
        Slot times = Slot.of(appointment);
        return new Visit(
                appointment.path("id").asString(),
                appointment.path("status").asString(),
                times.start(),
                times.end(),
                appointment.path("sequence").asInt(),
                appointment
                        .path("phases")
                        .valueStream()
                        .flatMap(phase -> phase.path("resources").valueStream())
                        .map(JsonNode::asString)
                        .distinct()
                        .toList());
    }
}
