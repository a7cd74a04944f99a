/** What tokens are signed with. */
package io.dendrite.localissuer.keys;
