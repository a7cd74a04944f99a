/** Overrides over HTTP. */
package io.dendrite.scheduling.breakglass.web;
