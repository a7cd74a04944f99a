/** How a service leaves: it says so, lets requests come to an end, and only then closes its door. */
@NullMarked
package io.dendrite.stop;

import org.jspecify.annotations.NullMarked;
