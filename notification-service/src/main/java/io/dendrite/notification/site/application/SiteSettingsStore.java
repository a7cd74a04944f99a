package io.dendrite.notification.site.application;

import io.dendrite.notification.site.model.SiteSettings;
import java.util.List;

/**
 * What sites decided about their notices.
 *
 * <p>Every method throws {@link io.dendrite.notification.ledger.application.StoreUnavailableException} while the store
 * cannot be reached.
 */
public interface SiteSettingsStore {

    /** What a site decided, or what holds while it decided nothing. */
    SiteSettings of(String siteId);

    /** What the sites that want a digest decided. */
    List<SiteSettings> withDigest();

    /**
     * Stores settings of one version more than those that are stored.
     *
     * @return whether they were; if not, somebody else was faster
     */
    boolean store(SiteSettings settings);
}
