package io.dendrite.gateway.connection.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The connections that may be open at a time: so many in sum, and fewer from one client, so that others find a place. */
public final class Places {

    private final int total;
    private final int perClient;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    /** All places free. */
    public Places(int total, int perClient) {
        this.total = total;
        this.perClient = perClient;
    }

    /**
     * Takes a place, if there is one.
     *
     * @param client who comes, or null for one that speaks for many
     * @return whether there was one; then it has to be {@link #free freed}
     */
    public boolean take(@Nullable String client) {
        if (taken.incrementAndGet() > total) {
            taken.decrementAndGet();
            return false;
        }
        if (client != null && byClient.merge(client, 1, Integer::sum) > perClient) {
            free(client);
            return false;
        }
        return true;
    }

    /** Gives a place back. */
    public void free(@Nullable String client) {
        taken.decrementAndGet();
        if (client != null) {
            byClient.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
        }
    }

    /** How many are taken. */
    public int taken() {
        return taken.get();
    }

    /** How many clients hold one. */
    int clients() {
        return byClient.size();
    }
}
