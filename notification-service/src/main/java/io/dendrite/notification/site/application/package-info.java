/** The port to what sites decided. */
@NullMarked
package io.dendrite.notification.site.application;

import org.jspecify.annotations.NullMarked;
