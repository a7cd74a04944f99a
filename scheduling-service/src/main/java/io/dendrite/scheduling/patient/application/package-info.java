/** What can be done with patients, and the port to where they are kept. */
package io.dendrite.scheduling.patient.application;
