/** The audit over HTTP. */
package io.dendrite.scheduling.audit.web;
