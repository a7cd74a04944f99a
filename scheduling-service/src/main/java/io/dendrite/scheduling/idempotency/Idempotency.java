package io.dendrite.scheduling.idempotency;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Lets a client repeat a POST that creates without creating twice
 * (draft-ietf-httpapi-idempotency-key-header).
 */
public interface Idempotency {

    /** The request header with the client's key. */
    String KEY_HEADER = "Idempotency-Key";

    /** The response header that marks the repetition of an earlier answer. */
    String REPLAY_HEADER = "Idempotent-Replay";

    /**
     * Runs a creation at most once per key, and answers its repetitions with the same bytes.
     *
     * <p>Only success is kept: a creation that throws gives the key free. Requests at the same time with the same key
     * wait for the first, for a few seconds.
     *
     * @param key the header {@value #KEY_HEADER}; without it the creation just runs
     * @param operation what is created and where, such as {@code POST /bookings}, with the ids in the path: the same key
     *     for another operation is another key
     * @param requestBody the request as bound; the same key with another request is refused
     * @param create gets the id for the new entity. After an attempt that died, it may run again with the <em>same</em>
     *     id, even while a slow earlier attempt still runs: it must store the entity under that id by an insert that
     *     fails if the id exists, and answer with what exists in that case
     * @return 201 with the JSON of the creation; repetitions carry {@value #REPLAY_HEADER}
     * @throws io.dendrite.scheduling.problem.ProblemException 400 for a malformed key, 422 for a key of another request,
     *     409 when the first attempt takes too long
     */
    ResponseEntity<byte[]> once(
            @Nullable String key, String operation, Object requestBody, Function<String, Creation> create);
}
