package io.dendrite.access;

import io.dendrite.access.model.Caller;
import java.util.Collection;
import java.util.Optional;

/** Who the current thread works for. */
@FunctionalInterface
public interface CurrentCaller {

    /** The caller of the request in hand; empty for the service's own jobs, which no request causes. */
    Optional<Caller> get();

    /** Whether what belongs to a site may be shown or changed now. The service's own jobs see every site. */
    default boolean covers(String siteId) {
        return get().map(caller -> caller.sites().covers(siteId)).orElse(true);
    }

    /** Whether something that several sites know may be shown or changed now. */
    default boolean meets(Collection<String> siteIds) {
        return get().map(caller -> caller.sites().meets(siteIds)).orElse(true);
    }
}
