/** When and in which words a site writes: plain rules. */
@NullMarked
package io.dendrite.notification.site.model;

import org.jspecify.annotations.NullMarked;
