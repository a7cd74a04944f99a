package io.dendrite.scheduling.idempotency.application;

import java.time.Instant;
import java.util.Optional;

/** Where keys are remembered. Each change is one conditional write, so that of two attempts one gets through. */
public interface KeyedRequests {

    /** Remembers the first attempt; false says that the key is known already. */
    boolean begin(KeyedRequest request);

    /** What is known of a key. */
    Optional<KeyedRequest> find(String id);

    /** Gives the request to a new attempt, if the attempt seen last still has it and left no answer. */
    boolean takeOver(KeyedRequest seen, String attempt, Instant leaseUntil);

    /** Keeps the answer of this attempt; false says that another attempt has taken over. */
    boolean finish(String id, String attempt, StoredAnswer answer);

    /** Ends this attempt's lease without an answer; the next attempt gets the same entity id. */
    void release(String id, String attempt);

    /** Forgets the key, if this attempt has it and left no answer. */
    void forget(String id, String attempt);

    /** Forgets the key if it is past its time at that moment. */
    void forgetExpired(String id, Instant now);

    /** Forgets every answer that created this entity: it may tell about somebody who is erased. */
    void forgetAnswersAbout(String entityId);

    /** Forgets all keys past their time; says how many. */
    long sweep(Instant now);
}
