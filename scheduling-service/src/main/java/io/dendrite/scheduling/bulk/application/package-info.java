/** Reading files of rows, and taking rows over one by one. */
package io.dendrite.scheduling.bulk.application;
