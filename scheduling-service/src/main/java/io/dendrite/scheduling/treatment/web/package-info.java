/** The catalogue over HTTP. */
package io.dendrite.scheduling.treatment.web;
