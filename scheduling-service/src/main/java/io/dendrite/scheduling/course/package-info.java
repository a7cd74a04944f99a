/** Courses of treatment: planning their dates by the protocol, naming where a booking leaves it, and mending them. */
package io.dendrite.scheduling.course;
