/** What operators see of the calendar. */
@NullMarked
package io.dendrite.scheduling.calendar.micrometer;

import org.jspecify.annotations.NullMarked;
