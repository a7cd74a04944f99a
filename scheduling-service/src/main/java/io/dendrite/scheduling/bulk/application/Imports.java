package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportProgress;
import java.util.List;
import java.util.Optional;

/** Where it is kept how far imports are. */
public interface Imports {

    /** Stores how far one is, in the place of what was stored before. */
    void store(ImportProgress progress);

    /** How far one is. */
    Optional<ImportProgress> progress(String id);

    /** The imports of a site, the latest first. */
    List<ImportProgress> ofSite(String siteId, int limit);
}
