package io.dendrite.notification.site.application;

import io.dendrite.notification.site.model.SiteSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What sites decided, for as long as a test lasts. */
public final class RememberedSettings implements SiteSettingsStore {

    private final Map<String, SiteSettings> all = new ConcurrentHashMap<>();

    @Override
    public SiteSettings of(String siteId) {
        return all.getOrDefault(siteId, SiteSettings.undecided(siteId));
    }

    @Override
    public List<SiteSettings> withDigest() {
        return all.values().stream().filter(each -> each.digest() != null).toList();
    }

    @Override
    public boolean store(SiteSettings settings) {
        return all.put(settings.siteId(), settings) == null;
    }
}
