/** The clinic's mailbox, read by IMAP. */
@NullMarked
package io.dendrite.notification.mailbox.imap;

import org.jspecify.annotations.NullMarked;
