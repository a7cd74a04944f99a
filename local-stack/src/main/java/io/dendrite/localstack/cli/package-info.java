/** The commands behind ./dendrite. */
package io.dendrite.localstack.cli;
