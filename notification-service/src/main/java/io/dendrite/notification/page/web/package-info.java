/** The pages themselves. */
@NullMarked
package io.dendrite.notification.page.web;

import org.jspecify.annotations.NullMarked;
