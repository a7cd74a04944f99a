/** Whose address takes no mail. */
@NullMarked
package io.dendrite.scheduling.reachability.application;

import org.jspecify.annotations.NullMarked;
