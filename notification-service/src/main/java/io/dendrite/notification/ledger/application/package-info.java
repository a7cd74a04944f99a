/** Recording and reading notices, and the ports to where they are kept. */
@NullMarked
package io.dendrite.notification.ledger.application;

import org.jspecify.annotations.NullMarked;
