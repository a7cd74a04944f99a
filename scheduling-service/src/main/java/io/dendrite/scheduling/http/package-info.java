/** HTTP conventions that all resources share: entity tags, pages. */
package io.dendrite.scheduling.http;
