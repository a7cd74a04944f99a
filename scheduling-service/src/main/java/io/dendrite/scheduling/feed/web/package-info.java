/** Opening and reading feeds over HTTP. */
package io.dendrite.scheduling.feed.web;
