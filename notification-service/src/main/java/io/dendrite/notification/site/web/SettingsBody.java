package io.dendrite.notification.site.web;

import io.dendrite.notification.site.model.CivilHours;
import io.dendrite.notification.site.model.Digest;
import io.dendrite.notification.site.model.ReminderGroup;
import io.dendrite.notification.site.model.ReminderPlan;
import io.dendrite.notification.site.model.SiteSettings;
import io.dendrite.notification.site.model.SiteTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a site decides, as a client sends and reads it; what is left out has its default. */
@Schema(name = "NoticeSettings")
record SettingsBody(
        @Schema(description = "Hours before a visit at which it is reminded of, by group", example = "{\"A\":[72,24]}")
        @Nullable
        Map<ReminderGroup, List<Integer>> reminders,

        @Nullable CivilHoursBody civilHours,
        @Nullable TextsBody texts,
        @Nullable DigestBody digest) {

    /** When patients may be written to about what can wait. */
    @Schema(name = "CivilHours")
    record CivilHoursBody(
            @Schema(type = "string", example = "08:00") @Nullable
            LocalTime from,

            @Schema(type = "string", example = "20:00") @Nullable
            LocalTime to) {}

    /** Words of the site's own: plain text. */
    @Schema(name = "NoticeTexts")
    record TextsBody(
            @Schema(example = "Riverside") @Nullable String displayName,

            @Schema(example = "Your Riverside team") @Nullable
            String signature,

            @Schema(example = "{\"en\":\"Please park behind the house.\"}") @Nullable
            Map<String, String> extra) {}

    /** Where tomorrow's list is announced. */
    @Schema(name = "Digest")
    record DigestBody(
            @Schema(example = "desk@clinic.example") @Nullable
            String email,

            @Schema(type = "string", example = "18:00") @Nullable
            LocalTime at,

            @Schema(example = "en") @Nullable String language) {}

    static SettingsBody of(SiteSettings settings) {
        Map<ReminderGroup, List<Integer>> reminders = new EnumMap<>(ReminderGroup.class);
        for (ReminderGroup group : ReminderGroup.values()) {
            reminders.put(group, settings.remindersOf(group).hoursBefore());
        }
        Digest digest = settings.digest();
        return new SettingsBody(
                reminders,
                new CivilHoursBody(
                        settings.civilHours().from(), settings.civilHours().to()),
                new TextsBody(
                        settings.texts().displayName(),
                        settings.texts().signature(),
                        settings.texts().extra()),
                digest == null ? null : new DigestBody(digest.email(), digest.at(), digest.language()));
    }

    /**
     * The settings in a version.
     *
     * @throws io.dendrite.notification.problem.ProblemException naming every field that is wrong
     */
    SiteSettings checked(String siteId, long version) {
        SettingsRules.check(this);
        Map<ReminderGroup, ReminderPlan> plans = new EnumMap<>(ReminderGroup.class);
        if (reminders != null) {
            reminders.forEach((group, hours) -> plans.put(group, new ReminderPlan(hours)));
        }
        return new SiteSettings(siteId, version, plans, civil(civilHours), words(texts), toDigest(digest));
    }

    static CivilHours civil(@Nullable CivilHoursBody body) {
        return body == null
                ? CivilHours.DEFAULT
                : new CivilHours(
                        Objects.requireNonNullElse(body.from, CivilHours.DEFAULT.from()),
                        Objects.requireNonNullElse(body.to, CivilHours.DEFAULT.to()));
    }

    private static SiteTexts words(@Nullable TextsBody body) {
        return body == null
                ? SiteTexts.NONE
                : new SiteTexts(body.displayName, body.signature, body.extra == null ? Map.of() : body.extra);
    }

    private static @Nullable Digest toDigest(@Nullable DigestBody body) {
        return body == null || body.email == null
                ? null
                : new Digest(
                        body.email,
                        Objects.requireNonNullElse(body.at, Digest.DEFAULT_TIME),
                        Objects.requireNonNullElse(body.language, "en"));
    }
}
