/** What tokens say. */
package io.dendrite.localissuer.tokens;
