/** The calendar in MongoDB: one document an entry, one unique index as the lock. */
package io.dendrite.scheduling.calendar.mongo;
