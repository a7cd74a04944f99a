/** Secrets that open a patient's pages: plain rules. */
@NullMarked
package io.dendrite.notification.page.model;

import org.jspecify.annotations.NullMarked;
