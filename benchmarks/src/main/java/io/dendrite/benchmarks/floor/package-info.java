/** What MongoDB and Kafka alone could do with the same documents and events. */
@NullMarked
package io.dendrite.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
