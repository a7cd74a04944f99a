/** The protocol of a course and the search for dates that keep it; plain Java, on the days of a site's calendar. */
package io.dendrite.scheduling.course.model;
