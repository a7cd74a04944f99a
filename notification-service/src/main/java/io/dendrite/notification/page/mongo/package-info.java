/** What is remembered of secrets, in MongoDB. */
@NullMarked
package io.dendrite.notification.page.mongo;

import org.jspecify.annotations.NullMarked;
