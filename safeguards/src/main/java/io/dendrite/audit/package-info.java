/** Who saw or changed what: append-only records in one tamper-evident chain per site (45 CFR 164.312(b)). */
@NullMarked
package io.dendrite.audit;

import org.jspecify.annotations.NullMarked;
