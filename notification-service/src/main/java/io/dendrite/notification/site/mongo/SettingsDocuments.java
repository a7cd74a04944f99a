package io.dendrite.notification.site.mongo;

import io.dendrite.notification.site.model.CivilHours;
import io.dendrite.notification.site.model.Digest;
import io.dendrite.notification.site.model.ReminderGroup;
import io.dendrite.notification.site.model.ReminderPlan;
import io.dendrite.notification.site.model.SiteSettings;
import io.dendrite.notification.site.model.SiteTexts;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A site's settings as a document, and back. */
final class SettingsDocuments {

    private SettingsDocuments() {}

    static Document toDocument(SiteSettings settings) {
        Document reminders = new Document();
        settings.reminders().forEach((group, plan) -> reminders.append(group.name(), plan.hoursBefore()));
        return new Document("_id", settings.siteId())
                .append("version", settings.version())
                .append("reminders", reminders)
                .append(
                        "civilHours",
                        new Document("from", settings.civilHours().from().toString())
                                .append("to", settings.civilHours().to().toString()))
                .append(
                        "texts",
                        new Document("displayName", settings.texts().displayName())
                                .append("signature", settings.texts().signature())
                                .append(
                                        "extra",
                                        new Document(
                                                new HashMap<>(settings.texts().extra()))))
                .append("digest", toDocument(settings.digest()));
    }

    private static @Nullable Document toDocument(@Nullable Digest digest) {
        return digest == null
                ? null
                : new Document("email", digest.email())
                        .append("at", digest.at().toString())
                        .append("language", digest.language());
    }

    static SiteSettings toSettings(Document document) {
        Map<ReminderGroup, ReminderPlan> reminders = new EnumMap<>(ReminderGroup.class);
        Document plans = document.get("reminders", Document.class);
        plans.keySet()
                .forEach(group -> reminders.put(
                        ReminderGroup.valueOf(group), new ReminderPlan(plans.getList(group, Integer.class))));
        Document civil = document.get("civilHours", Document.class);
        Document texts = document.get("texts", Document.class);
        Map<String, String> extra = new HashMap<>();
        texts.get("extra", Document.class).forEach((language, text) -> extra.put(language, (String) text));
        return new SiteSettings(
                document.getString("_id"),
                document.getLong("version"),
                reminders,
                new CivilHours(LocalTime.parse(civil.getString("from")), LocalTime.parse(civil.getString("to"))),
                new SiteTexts(texts.getString("displayName"), texts.getString("signature"), extra),
                toDigest(document.get("digest", Document.class)));
    }

    private static @Nullable Digest toDigest(@Nullable Document document) {
        return document == null
                ? null
                : new Digest(
                        document.getString("email"),
                        LocalTime.parse(document.getString("at")),
                        document.getString("language"));
    }
}
