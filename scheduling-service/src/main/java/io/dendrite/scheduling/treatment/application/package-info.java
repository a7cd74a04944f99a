/** The port to the catalogue. */
package io.dendrite.scheduling.treatment.application;
