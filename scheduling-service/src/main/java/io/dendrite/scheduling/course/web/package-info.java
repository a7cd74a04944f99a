/** Courses over HTTP. */
package io.dendrite.scheduling.course.web;
