/** Calendars of single resources, for the people who are these resources. */
package io.dendrite.scheduling.feed.application;
