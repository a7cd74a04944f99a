/** Turns booking events into notices, keeps them in a ledger, and mails them. */
@NullMarked
package io.dendrite.notification;

import org.jspecify.annotations.NullMarked;
