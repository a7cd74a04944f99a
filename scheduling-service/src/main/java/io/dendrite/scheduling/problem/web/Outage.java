package io.dendrite.scheduling.problem.web;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import io.dendrite.encryption.BrokenSealException;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells an outage of MongoDB from a mistake of ours. */
final class Outage {

    private static final String RETRY_SECONDS = "3";

    private Outage() {}

    static ProblemException problem() {
        return ProblemException.of(
                        ProblemType.UNAVAILABLE,
                        "The database does not answer. Repeat the request later, a POST with its Idempotency-Key.")
                .withHeader("Retry-After", RETRY_SECONDS);
    }

    /** Whether MongoDB away, too slow or between two primaries is at the bottom of this. */
    static boolean causes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenSealException) {
                return false;
            }
            if (cause instanceof MongoException mongo) {
                return !(mongo instanceof MongoServerException)
                        || mongo instanceof MongoNotPrimaryException
                        || mongo instanceof MongoNodeIsRecoveringException
                        || mongo instanceof MongoExecutionTimeoutException
                        || mongo instanceof MongoWriteConcernException;
            }
        }
        return false;
    }
}
