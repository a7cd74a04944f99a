/** Sites and resources: where, with what and when patients are treated. */
package io.dendrite.scheduling.clinic.model;
