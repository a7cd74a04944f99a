/** The port to whatever writes calendar files. */
@NullMarked
package io.dendrite.notification.calendarfile.application;

import org.jspecify.annotations.NullMarked;
