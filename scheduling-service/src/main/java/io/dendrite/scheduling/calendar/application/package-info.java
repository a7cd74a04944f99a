/** What a front desk does with the calendar, and the port to where it is kept. */
package io.dendrite.scheduling.calendar.application;
