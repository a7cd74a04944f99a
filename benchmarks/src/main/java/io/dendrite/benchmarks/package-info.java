/** Measures an installation: scenarios of a front desk's work, beside the floors that its parts set. */
@NullMarked
package io.dendrite.benchmarks;

import org.jspecify.annotations.NullMarked;
