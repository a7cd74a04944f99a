/** Who may ask for tokens. */
package io.dendrite.localissuer.clients;
