/** Opens contacts with the keys of the vault. */
@NullMarked
package io.dendrite.notification.delivery.encryption;

import org.jspecify.annotations.NullMarked;
