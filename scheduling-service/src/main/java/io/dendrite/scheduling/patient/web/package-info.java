/** Patients over HTTP. */
package io.dendrite.scheduling.patient.web;
