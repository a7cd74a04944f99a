/** The scheduling service, over its HTTP API. */
@NullMarked
package io.dendrite.notification.page.http;

import org.jspecify.annotations.NullMarked;
