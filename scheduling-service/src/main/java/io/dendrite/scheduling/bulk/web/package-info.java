/** Sending files over HTTP. */
package io.dendrite.scheduling.bulk.web;
