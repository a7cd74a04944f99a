/** The override in an emergency: the data of one site more, for a short time, with a reason, on record and announced. */
package io.dendrite.scheduling.breakglass;
