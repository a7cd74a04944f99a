/** Notices as e-mail: texts, MIME structure, SMTP. */
@NullMarked
package io.dendrite.notification.delivery.mail;

import org.jspecify.annotations.NullMarked;
