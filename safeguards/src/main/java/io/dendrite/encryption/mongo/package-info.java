/** Encryption by MongoDB's client-side field level encryption, explicit mode. */
@NullMarked
package io.dendrite.encryption.mongo;

import org.jspecify.annotations.NullMarked;
