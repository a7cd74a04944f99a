package io.dendrite.scheduling.bulk.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids of imported entities: the same row of the same site always has the same id, so it is never stored twice. */
public final class ImportedId {

    private ImportedId() {}

    /** The id of what a site's own system knows as {@code externalId}. */
    public static String of(String siteId, ImportKind kind, String externalId) {
        // The length keeps "a" + "bc" and "ab" + "c" apart.
        String name = kind.name() + ' ' + siteId.length() + ' ' + siteId + ' ' + externalId;
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
