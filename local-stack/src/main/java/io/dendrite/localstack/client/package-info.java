/** What the demo and the tests know of the HTTP API. */
package io.dendrite.localstack.client;
