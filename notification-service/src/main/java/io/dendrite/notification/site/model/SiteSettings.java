package io.dendrite.notification.site.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a site decided about its notices.
 *
 * @param siteId the site
 * @param version rises by one with each change, from 1; 0 while nothing was decided
 * @param reminders when visits of each group are reminded of; a group that is absent has the default
 * @param civilHours when patients may be written to about what can wait
 * @param texts words of its own
 * @param digest where tomorrow's list is announced; null for nowhere
 */
public record SiteSettings(
        String siteId,
        long version,
        Map<ReminderGroup, ReminderPlan> reminders,
        CivilHours civilHours,
        SiteTexts texts,
        @Nullable Digest digest) {

    public SiteSettings {
        Objects.requireNonNull(siteId, "siteId");
        Map<ReminderGroup, ReminderPlan> known = new EnumMap<>(ReminderGroup.class);
        known.putAll(reminders);
        reminders = Map.copyOf(known);
        Objects.requireNonNull(civilHours, "civilHours");
        Objects.requireNonNull(texts, "texts");
    }

    /** What holds at a site that decided nothing. */
    public static SiteSettings undecided(String siteId) {
        return new SiteSettings(siteId, 0, Map.of(), CivilHours.DEFAULT, SiteTexts.NONE, null);
    }

    /** When visits of a group are reminded of. */
    public ReminderPlan remindersOf(ReminderGroup group) {
        return reminders.getOrDefault(group, ReminderPlan.DEFAULT);
    }

    /** The same in another version. */
    public SiteSettings atVersion(long other) {
        return new SiteSettings(siteId, other, reminders, civilHours, texts, digest);
    }
}
