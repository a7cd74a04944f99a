/** What a calendar file says about one appointment. */
@NullMarked
package io.dendrite.notification.calendarfile.model;

import org.jspecify.annotations.NullMarked;
