/** How a service refuses to start when a setting that guards it is missing or weak. */
@NullMarked
package io.dendrite.start;

import org.jspecify.annotations.NullMarked;
