/** What mail to the clinic tells: plain rules. */
@NullMarked
package io.dendrite.notification.mailbox.model;

import org.jspecify.annotations.NullMarked;
