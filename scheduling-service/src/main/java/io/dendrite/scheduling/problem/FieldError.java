package io.dendrite.scheduling.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param field the path of the JSON field such as {@code appointments[2].start}, or a parameter's or header's name
 * @param message what would be right
 */
public record FieldError(String field, String message) {}
