package io.dendrite.scheduling.patient.application;

import java.time.Instant;

/**
 * The event that is stored with the change it tells of, to be published afterwards.
 *
 * @param id of the event; consumers know repetitions by it
 * @param type the CloudEvents type
 * @param time when it happened
 * @param traceparent the trace of the request that caused it
 * @param data the JSON of the event
 */
public record ContactChanged(String id, String type, Instant time, String traceparent, String data) {}
