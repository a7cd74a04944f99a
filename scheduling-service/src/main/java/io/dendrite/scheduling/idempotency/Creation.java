package io.dendrite.scheduling.idempotency;

/**
 * What a request created: becomes a 201 with {@code Location} and {@code ETag}.
 *
 * @param location path of the new entity, such as {@code /api/v1/patients/…}
 * @param version its version
 * @param body the answer, written as JSON
 */
public record Creation(String location, long version, Object body) {}
