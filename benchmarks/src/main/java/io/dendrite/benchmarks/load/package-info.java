/** What puts load on the gateway: simulations that Gatling runs, in a process of their own. */
@NullMarked
package io.dendrite.benchmarks.load;

import org.jspecify.annotations.NullMarked;
