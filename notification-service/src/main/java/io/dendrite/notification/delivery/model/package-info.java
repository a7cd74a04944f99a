/** When to try again, and whether the mail server is worth trying now. */
@NullMarked
package io.dendrite.notification.delivery.model;

import org.jspecify.annotations.NullMarked;
