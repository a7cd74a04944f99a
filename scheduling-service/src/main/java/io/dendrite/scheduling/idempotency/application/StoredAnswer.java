package io.dendrite.scheduling.idempotency.application;

/**
 * The answer to a creation, as it goes over the wire each time.
 *
 * @param location value of the header {@code Location}
 * @param version the version of the entity when it was created
 * @param body the JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere; a list of boxed bytes would only cost memory.
public record StoredAnswer(String location, long version, byte[] body) {}
