/** Taking due notices from the ledger and handing them to the post. */
@NullMarked
package io.dendrite.notification.delivery.application;

import org.jspecify.annotations.NullMarked;
