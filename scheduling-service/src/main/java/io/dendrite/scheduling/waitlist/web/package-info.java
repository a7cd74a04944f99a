/** The waitlist over HTTP. */
package io.dendrite.scheduling.waitlist.web;
