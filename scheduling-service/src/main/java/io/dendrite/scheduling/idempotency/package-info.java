/** POSTs that can be repeated safely. */
package io.dendrite.scheduling.idempotency;
