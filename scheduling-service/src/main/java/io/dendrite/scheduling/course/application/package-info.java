/** What a front desk asks about courses, answered with the catalogue's protocols and the calendar's free starts. */
package io.dendrite.scheduling.course.application;
