/** What is done with mail to the clinic. */
@NullMarked
package io.dendrite.notification.mailbox.application;

import org.jspecify.annotations.NullMarked;
