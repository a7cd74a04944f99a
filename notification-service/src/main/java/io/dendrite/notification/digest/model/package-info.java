/** When a front desk is told of the next day. */
@NullMarked
package io.dendrite.notification.digest.model;

import org.jspecify.annotations.NullMarked;
