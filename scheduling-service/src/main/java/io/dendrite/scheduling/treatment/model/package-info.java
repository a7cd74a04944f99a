/** The catalogue of treatments: phases, needs, course protocols. */
package io.dendrite.scheduling.treatment.model;
