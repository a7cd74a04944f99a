package io.dendrite.notification.page.application;

import io.dendrite.notification.page.model.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of secrets: never the secret, only its hash.
 *
 * <p>Every method throws {@link io.dendrite.notification.ledger.application.StoreUnavailableException} while the store
 * cannot be reached.
 */
public interface Links {

    /** Remembers new ones. */
    void add(List<Link> links);

    /** The one with this hash, unless it was used up. */
    Optional<Link> find(String hash);

    /**
     * Counts an attempt to open a page.
     *
     * @return whether so many are still allowed
     */
    boolean attempt(String hash, int most);

    /** Forgets the attempts so far: the patient has proved who they are. */
    void forgetAttempts(String hash);

    /**
     * Uses one up.
     *
     * @return whether this caller did; of several at the same moment, one does
     */
    boolean useUp(String hash);

    /** Makes one usable again whose use came to nothing. */
    void giveBack(String hash);

    /** Forgets those that expired before a moment. */
    void forgetExpired(Instant before);
}
