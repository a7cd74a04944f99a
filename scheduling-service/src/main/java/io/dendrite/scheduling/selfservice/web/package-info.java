/** Self-service over HTTP, for the program that serves patients' pages. */
@NullMarked
package io.dendrite.scheduling.selfservice.web;

import org.jspecify.annotations.NullMarked;
