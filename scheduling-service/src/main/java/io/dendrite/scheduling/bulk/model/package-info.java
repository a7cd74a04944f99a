/** Rows of an imported file and what became of them. */
package io.dendrite.scheduling.bulk.model;
