/** Who calls, and what they may do: tokens, roles, the sites that a token covers, and the override in an emergency. */
@NullMarked
package io.dendrite.access;

import org.jspecify.annotations.NullMarked;
