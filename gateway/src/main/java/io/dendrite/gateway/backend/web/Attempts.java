package io.dendrite.gateway.backend.web;

import io.dendrite.gateway.backend.model.Backend;
import io.dendrite.gateway.backend.model.CallFailure;
import io.dendrite.gateway.backend.model.Instance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpMethod;

/** The tries of one request: which instance is next, and whether there may be a next. */
final class Attempts {

    private final Backend backend;
    private final boolean safe;
    private final Deque<Instance> left;
    private int sends;

    Attempts(Backend backend, boolean safe) {
        this.backend = backend;
        this.safe = safe;
        List<Instance> order = backend.inTurn();
        this.left = new ArrayDeque<>(order);
        if (safe && order.size() == 1) {
            // A lone instance may just have closed an idle connection, or be restarting.
            left.add(order.get(0));
        }
    }

    /** Whether a method only reads. */
    static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    Backend backend() {
        return backend;
    }

    /** The next instance that may be asked, or nothing when there is none left. */
    Optional<Instance> next(Predicate<Instance> mayBeAsked) {
        while (!left.isEmpty()) {
            Instance instance = left.remove();
            if (mayBeAsked.test(instance)) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }

    boolean allowAnotherAfter(CallFailure failure) {
        if (failure != CallFailure.NOT_CONNECTED) {
            sends++;
        }
        return failure.allowsAnotherTry(safe, sends);
    }

    /** What a client should know after a failure that leaves the outcome open. */
    String advice() {
        return safe
                ? " Try again later."
                : " Whether it made the change is not known: look, or repeat it with the same Idempotency-Key.";
    }
}
