package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.calendar.model.PatientReply;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a patient let the clinic know of a visit. */
@Schema(name = "PatientReply")
record ReplyAnswer(
        PatientReply.Answer answer,
        OffsetDateTime at,
        PatientReply.Via via,

        @Schema(description = "When the patient would rather come, where another time is asked for")
        PatientReply.@Nullable PartOfDay partOfDay) {

    static @Nullable ReplyAnswer of(@Nullable PatientReply reply, ZoneId zone) {
        return reply == null
                ? null
                : new ReplyAnswer(reply.answer(), BookingAnswer.at(reply.at(), zone), reply.via(), reply.partOfDay());
    }
}
