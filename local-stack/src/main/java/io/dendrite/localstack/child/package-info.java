/** JVMs that this one starts, and that never outlive it. */
package io.dendrite.localstack.child;
