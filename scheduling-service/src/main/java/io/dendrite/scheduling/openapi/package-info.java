/** The description of the HTTP API, generated from the controllers. */
package io.dendrite.scheduling.openapi;
