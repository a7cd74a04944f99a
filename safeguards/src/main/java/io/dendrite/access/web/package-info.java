/** Checks tokens and calls at the door of a servlet service. */
@NullMarked
package io.dendrite.access.web;

import org.jspecify.annotations.NullMarked;
