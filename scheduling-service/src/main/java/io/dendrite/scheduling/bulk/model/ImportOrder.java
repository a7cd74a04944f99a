package io.dendrite.scheduling.bulk.model;

/**
 * What is to be done with a file.
 *
 * @param id of the import
 * @param kind what the rows are
 * @param siteId to which site they belong
 * @param dryRun whether to check only
 * @param update whether rows that differ from what is stored replace it
 * @param tell whether patients are told of appointments that are imported
 */
public record ImportOrder(String id, ImportKind kind, String siteId, boolean dryRun, boolean update, boolean tell) {}
