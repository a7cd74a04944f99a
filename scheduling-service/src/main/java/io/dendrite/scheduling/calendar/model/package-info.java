/** The calendar's rules: the grid, claims, what a visit needs, who is chosen, how an appointment may change. */
package io.dendrite.scheduling.calendar.model;
