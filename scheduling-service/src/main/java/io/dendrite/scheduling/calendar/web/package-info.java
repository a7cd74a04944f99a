/** The calendar over HTTP. */
package io.dendrite.scheduling.calendar.web;
