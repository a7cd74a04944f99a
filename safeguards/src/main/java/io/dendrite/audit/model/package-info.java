/** Records and their chain, without a framework. */
@NullMarked
package io.dendrite.audit.model;

import org.jspecify.annotations.NullMarked;
