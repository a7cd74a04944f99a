package io.dendrite.scheduling.patient.web;

import io.dendrite.scheduling.patient.model.ContactWishes;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** How a patient wants to be told, as JSON. */
@Schema(name = "ContactPreferences")
record WishesBody(
        @Schema(example = "EMAIL") @NotNull ContactWishes.Channel channel,
        @Schema(example = "ALL") @NotNull ContactWishes.Reminders reminders) {

    ContactWishes wishes() {
        return new ContactWishes(channel, reminders);
    }

    static WishesBody of(ContactWishes wishes) {
        return new WishesBody(wishes.channel(), wishes.reminders());
    }
}
