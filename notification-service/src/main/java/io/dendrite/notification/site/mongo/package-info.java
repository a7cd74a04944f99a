/** What sites decided, in MongoDB. */
@NullMarked
package io.dendrite.notification.site.mongo;

import org.jspecify.annotations.NullMarked;
