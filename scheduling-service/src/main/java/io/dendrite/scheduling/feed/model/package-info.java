/** The secret addresses of calendars. */
package io.dendrite.scheduling.feed.model;
