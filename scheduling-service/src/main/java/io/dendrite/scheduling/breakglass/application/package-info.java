/** Opening an override, and asking whether one holds. */
package io.dendrite.scheduling.breakglass.application;
