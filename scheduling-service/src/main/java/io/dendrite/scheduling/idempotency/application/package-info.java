/** How repeated requests are kept apart, and the port to where they are remembered. */
package io.dendrite.scheduling.idempotency.application;
