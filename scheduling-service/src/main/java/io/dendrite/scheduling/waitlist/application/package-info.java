/** Entering the waitlist, offering free places to who waits, and answering offers. */
package io.dendrite.scheduling.waitlist.application;
