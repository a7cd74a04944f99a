/** An OpenID provider for one's own machine: Spring Authorization Server with clients and people that are given. */
package io.dendrite.localissuer;
