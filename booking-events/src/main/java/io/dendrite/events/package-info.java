/**
 * The wire contract of the topic {@value io.dendrite.events.BookingEventTopic#NAME}: what the scheduling service
 * publishes and every consumer may rely on.
 *
 * <p>Events carry what a notice to the patient needs and nothing that tells what the appointment is for. Fields may be
 * added to a version; a field that changes its meaning or goes away makes a new version of the type.
 */
package io.dendrite.events;
