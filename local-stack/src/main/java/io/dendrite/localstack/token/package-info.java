/** Tokens from the issuer of a running stack, for the command line, the demo and the tests. */
package io.dendrite.localstack.token;
