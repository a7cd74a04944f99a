package io.dendrite.notification.site.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static io.dendrite.notification.store.StoreCalls.reaching;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.site.model.SiteSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each site that decided something; its version keeps two managers from undoing each other's work. */
@Repository
class MongoSiteSettings implements SiteSettingsStore {

    private final MongoCollection<Document> settings;

    MongoSiteSettings(MongoDatabase database) {
        settings = database.getCollection("site-settings");
    }

    @Override
    public SiteSettings of(String siteId) {
        return reaching(
                () -> Optional.ofNullable(settings.find(eq("_id", siteId)).first())
                        .map(SettingsDocuments::toSettings)
                        .orElseGet(() -> SiteSettings.undecided(siteId)));
    }

    @Override
    public List<SiteSettings> withDigest() {
        return reaching(() -> settings.find(exists("digest.email"))
                .map(SettingsDocuments::toSettings)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean store(SiteSettings changed) {
        Document document = SettingsDocuments.toDocument(changed);
        return reaching(() -> {
            if (changed.version() > 1) {
                return settings.replaceOne(
                                        and(eq("_id", changed.siteId()), eq("version", changed.version() - 1)),
                                        document)
                                .getMatchedCount()
                        == 1;
            }
            try {
                settings.insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }
}
