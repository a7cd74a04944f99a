package io.dendrite.scheduling.selfservice.web;

import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.selfservice.application.OwnOffers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;

/** An offered place as its patient sees it. */
@Schema(name = "OwnOffer")
record OwnOfferAnswer(
        String offerId,
        OwnOffers.State state,
        OffsetDateTime start,
        OffsetDateTime end,
        String timeZone,
        String siteId,
        String siteName,
        String address,
        String phone,
        OffsetDateTime expiresAt) {

    static OwnOfferAnswer of(OwnOffers.Offer offer, Site site) {
        return new OwnOfferAnswer(
                offer.id(),
                offer.state(),
                offer.start().atZone(site.timeZone()).toOffsetDateTime(),
                offer.end().atZone(site.timeZone()).toOffsetDateTime(),
                site.timeZone().getId(),
                site.id(),
                site.name(),
                site.address(),
                site.phone(),
                offer.expiresAt().atZone(site.timeZone()).toOffsetDateTime());
    }
}
