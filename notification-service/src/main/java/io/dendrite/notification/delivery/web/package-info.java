/** Notices shown before they are sent. */
@NullMarked
package io.dendrite.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
