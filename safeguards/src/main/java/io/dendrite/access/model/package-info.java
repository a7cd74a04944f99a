/** Roles, callers and the matrix of calls, without a framework. */
@NullMarked
package io.dendrite.access.model;

import org.jspecify.annotations.NullMarked;
