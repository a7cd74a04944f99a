/** What sites decide, over HTTP. */
@NullMarked
package io.dendrite.notification.site.web;

import org.jspecify.annotations.NullMarked;
