package io.dendrite.localstack.mongo;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A database of the library whose indexes keep their keys as {@link IndexKeyType} does. */
final class DurableDatabase extends H2Database {

    /** Null only while the library's own constructor runs. */
    private final @Nullable MVStore store;

    DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** The library begins with it before there is a store to open indexes in. */
    @Override
    protected void initializeNamespacesAndIndexes() {
        if (store != null) {
            super.initializeNamespacesAndIndexes();
        }
    }

    /** The library asks the store for a map by its name, and gets the one that is open already. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (store != null) {
            store.openMap(
                    getFullCollectionNamespace(collection) + "._index_" + index,
                    new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType()));
        }
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }
}
