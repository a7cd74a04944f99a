package io.dendrite.notification.delivery.mail;

import io.dendrite.notification.calendarfile.model.CalendarMethod;

/**
 * A calendar file in a mail.
 *
 * @param fileName under which it is attached
 * @param method the method it states; the part's type must name the same (RFC 6047, 2.4)
 * @param text the file, to be encoded in UTF-8
 */
record CalendarPart(String fileName, CalendarMethod method, String text) {}
