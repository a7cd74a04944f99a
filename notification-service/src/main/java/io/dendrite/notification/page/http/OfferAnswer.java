package io.dendrite.notification.page.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dendrite.notification.page.application.OfferView;
import io.dendrite.notification.page.application.Place;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** What the scheduling service tells of an offered place. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OfferAnswer(
        OfferView.State state,
        OffsetDateTime start,
        OffsetDateTime end,
        ZoneId timeZone,
        String siteName,
        String address,
        String phone,
        OffsetDateTime expiresAt) {

    OfferView view() {
        return new OfferView(
                new Place(start.toInstant(), end.toInstant(), timeZone, siteName, address, phone),
                state,
                expiresAt.toInstant());
    }
}
