package io.dendrite.scheduling.http;

import io.dendrite.audit.AuditDraft;
import io.dendrite.audit.ChangedFields;
import io.dendrite.scheduling.problem.ProblemException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * PUT of something whose id the client chooses: creates it when absent, else replaces the version named by If-Match.
 *
 * @param version reads the version of an entity
 * @param add stores a new entity unless its id is taken
 * @param replace stores an entity in the place of a version
 */
public record VersionedPut<T extends Record>(
        ToLongFunction<T> version, Predicate<T> add, BiPredicate<T, Long> replace) {

    /**
     * Stores the entity.
     *
     * @param current what was read
     * @param next the wanted entity in a given version
     * @param ifMatch the header
     * @throws ProblemException 428 when it exists and there is no If-Match, 412 when If-Match names no current version
     */
    public T store(Optional<T> current, LongFunction<T> next, @Nullable String ifMatch) {
        if (current.isEmpty()) {
            if (ifMatch != null) {
                throw ProblemException.stale();
            }
            T first = next.apply(1);
            if (!add.test(first)) {
                throw ProblemException.preconditionRequired();
            }
            return first;
        }
        long expected = version.applyAsLong(current.get());
        ETags.requireMatch(ifMatch, expected);
        T following = next.apply(expected + 1);
        AuditDraft.current().changed(ChangedFields.between(current.get(), following));
        if (!replace.test(following, expected)) {
            throw ProblemException.stale();
        }
        return following;
    }

    /** 201 with the location for the first version, 200 for the others. */
    public static <B> ResponseEntity<B> answer(URI location, long version, B body) {
        ResponseEntity.BodyBuilder answer = version == 1 ? ResponseEntity.created(location) : ResponseEntity.ok();
        return answer.eTag(ETags.of(version)).body(body);
    }

    /** 200 with the entity's tag. */
    public static <B> ResponseEntity<B> answer(long version, B body) {
        return ResponseEntity.ok().eTag(ETags.of(version)).body(body);
    }
}
