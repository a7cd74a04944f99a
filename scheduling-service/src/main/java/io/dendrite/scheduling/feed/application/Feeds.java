package io.dendrite.scheduling.feed.application;

import io.dendrite.scheduling.feed.model.FeedSecret;
import java.util.Optional;

/** Which secrets lead to whose calendar. */
public interface Feeds {

    /** Whose calendar it is. */
    record Owner(String siteId, String resourceId) {}

    /** Lets a secret lead to a calendar, and none that did before. */
    void open(Owner owner, FeedSecret secret);

    /** Lets no secret lead to a calendar; false says that none did. */
    boolean close(Owner owner);

    /** Where a secret leads. */
    Optional<Owner> owner(FeedSecret secret);
}
