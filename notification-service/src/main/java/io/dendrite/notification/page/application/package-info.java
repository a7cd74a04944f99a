/** What patients do on their pages, and the ports that needs. */
@NullMarked
package io.dendrite.notification.page.application;

import org.jspecify.annotations.NullMarked;
