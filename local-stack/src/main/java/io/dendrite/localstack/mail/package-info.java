/** An SMTP sink, and the mails it received as files. */
package io.dendrite.localstack.mail;
