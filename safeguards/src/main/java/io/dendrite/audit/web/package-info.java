/** Keeps a record of each request, before it is answered. */
@NullMarked
package io.dendrite.audit.web;

import org.jspecify.annotations.NullMarked;
