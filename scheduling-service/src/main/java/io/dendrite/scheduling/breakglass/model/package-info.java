/** What an override is. */
package io.dendrite.scheduling.breakglass.model;
