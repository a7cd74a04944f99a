/** What a notice is, what became of it, and whether it is still true. */
@NullMarked
package io.dendrite.notification.ledger.model;

import org.jspecify.annotations.NullMarked;
