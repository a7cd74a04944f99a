package io.dendrite.scheduling.bulk.application;

import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.scheduling.bulk.model.ImportKind;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ids of imported entities: the same row of the same site always has the same id, so it is never stored twice. They are
 * made with a key of the vault: whoever guesses a record number cannot tell whose id it is.
 */
@Component
class ImportedIds {

    private final SharedSeal seal;

    ImportedIds(SharedSeal seal) {
        this.seal = seal;
    }

    /** The id of what a site's own system knows as {@code externalId}. */
    String of(String siteId, ImportKind kind, String externalId) {
        // The length keeps "a" + "bc" and "ab" + "c" apart.
        String name = kind.name() + ' ' + siteId.length() + ' ' + siteId + ' ' + externalId;
        return UUID.nameUUIDFromBytes(seal.sealAlike(Purpose.IMPORTED_IDS, name))
                .toString();
    }
}
