/** Records in MongoDB: inside the documents that they tell of, in the inbox, and in the chains. */
@NullMarked
package io.dendrite.audit.mongo;

import org.jspecify.annotations.NullMarked;
