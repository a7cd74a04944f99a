package io.dendrite.notification.page.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dendrite.notification.delivery.model.Wishes;
import io.dendrite.notification.page.application.Place;
import io.dendrite.notification.page.application.Preferences;
import io.dendrite.notification.page.application.VisitView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the scheduling service tells of an appointment. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitAnswer(
        String status,
        OffsetDateTime start,
        OffsetDateTime end,
        ZoneId timeZone,
        String siteName,
        String address,
        String phone,
        @Nullable Preparation preparation,
        boolean escortRequired,
        @Nullable String answer,
        Told preferences) {

    /** For how long before the visit what is not to be taken. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Preparation(
            @Nullable Integer solidsHours, @Nullable Integer liquidsHours) {}

    /** How the patient is told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Told(String language, Wishes.Channel channel, Wishes.Reminders reminders) {}

    VisitView view() {
        boolean open = status.equals("BOOKED") && Instant.now().isBefore(start.toInstant());
        return new VisitView(
                new Place(start.toInstant(), end.toInstant(), timeZone, siteName, address, phone),
                open,
                "CONFIRMED".equals(answer),
                positive(preparation == null ? null : preparation.solidsHours()),
                positive(preparation == null ? null : preparation.liquidsHours()),
                escortRequired,
                new Preferences(preferences.language(), new Wishes(preferences.channel(), preferences.reminders())));
    }

    private static @Nullable Integer positive(@Nullable Integer hours) {
        return hours == null || hours <= 0 ? null : hours;
    }
}
