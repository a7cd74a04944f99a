package io.dendrite.scheduling.bulk.model;

/**
 * Why a row was refused.
 *
 * @param line where the row starts, from 1
 * @param field the column
 * @param message what would be right; never the value
 */
public record RowError(long line, String field, String message) {}
