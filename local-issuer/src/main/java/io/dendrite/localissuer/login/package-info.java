/** People who log in with a browser, the operator, and which request needs whom. */
package io.dendrite.localissuer.login;
