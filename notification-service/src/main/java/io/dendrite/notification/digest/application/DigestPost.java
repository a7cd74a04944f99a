package io.dendrite.notification.digest.application;

import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.digest.model.DigestDay;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.site.model.SiteSettings;

/** Writes to front desks. */
@FunctionalInterface
public interface DigestPost {

    /** Tells a front desk that a day's list is ready, and nothing that stands in it. */
    Post.Outcome send(DigestDay day, Clinic clinic, SiteSettings settings);
}
