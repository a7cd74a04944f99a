/** The header, and the answers that are stored and repeated. */
package io.dendrite.scheduling.idempotency.web;
