package io.dendrite.scheduling.treatment.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.dendrite.scheduling.mongo.VersionedDocuments;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document per treatment. */
@Repository
class MongoTreatments implements Treatments {

    private final MongoCollection<Document> collection;
    private final VersionedDocuments writes;

    MongoTreatments(MongoDatabase database) {
        this.collection = database.getCollection("treatments");
        this.writes = new VersionedDocuments(collection, "treatment");
    }

    @Override
    public Optional<Treatment> treatment(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(TreatmentDocuments::treatment);
    }

    @Override
    public List<Treatment> treatments() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(TreatmentDocuments::treatment)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(Treatment treatment) {
        return writes.add(TreatmentDocuments.document(treatment));
    }

    @Override
    public boolean replace(Treatment treatment, long expectedVersion) {
        return writes.replace(TreatmentDocuments.document(treatment), expectedVersion);
    }
}
