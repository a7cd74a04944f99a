/** The ledger over HTTP. */
@NullMarked
package io.dendrite.notification.ledger.web;

import org.jspecify.annotations.NullMarked;
