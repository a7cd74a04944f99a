/** One description of the running system, for the command line, the demo and the tests. */
package io.dendrite.localstack.stack;
