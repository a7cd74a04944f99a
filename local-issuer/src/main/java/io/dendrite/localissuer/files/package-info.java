/** Files that only their owner may read. */
package io.dendrite.localissuer.files;
