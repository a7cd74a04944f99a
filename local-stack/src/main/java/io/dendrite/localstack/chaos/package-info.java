/**
 * Does a front desk's work while parts of the stack are killed, paused and restarted, and then looks whether every promise was
 * kept.
 */
@NullMarked
package io.dendrite.localstack.chaos;

import org.jspecify.annotations.NullMarked;
