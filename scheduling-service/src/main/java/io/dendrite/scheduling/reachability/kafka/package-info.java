/** Hearing of addresses that take no mail. */
@NullMarked
package io.dendrite.scheduling.reachability.kafka;

import org.jspecify.annotations.NullMarked;
