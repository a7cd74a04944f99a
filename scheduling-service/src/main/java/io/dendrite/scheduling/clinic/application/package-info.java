/** What the clinic's data can do, and the port to where it is kept. */
package io.dendrite.scheduling.clinic.application;
