/** The description of the HTTP API, generated from the controller. */
@NullMarked
package io.dendrite.notification.openapi;

import org.jspecify.annotations.NullMarked;
