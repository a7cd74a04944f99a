/** Linking records into chains, verifying and reading them. */
@NullMarked
package io.dendrite.audit.application;

import org.jspecify.annotations.NullMarked;
