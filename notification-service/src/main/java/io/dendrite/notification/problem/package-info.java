/** What a caller did wrong, told by whichever part of the service finds it. */
@NullMarked
package io.dendrite.notification.problem;

import org.jspecify.annotations.NullMarked;
