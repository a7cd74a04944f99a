/** Who waits, in what order they are served, and what they can attend; plain Java, time passed in. */
package io.dendrite.scheduling.waitlist.model;
