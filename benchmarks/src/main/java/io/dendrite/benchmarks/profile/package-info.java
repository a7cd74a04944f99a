/** Where the time goes while something is measured. */
@NullMarked
package io.dendrite.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
