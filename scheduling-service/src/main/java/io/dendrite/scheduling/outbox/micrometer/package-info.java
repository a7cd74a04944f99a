/** What operators see of the outbox. */
@NullMarked
package io.dendrite.scheduling.outbox.micrometer;

import org.jspecify.annotations.NullMarked;
