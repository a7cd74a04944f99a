/** Who is treated and how they are reached. */
package io.dendrite.scheduling.patient.model;
