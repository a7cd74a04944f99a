/** What patients see and do by themselves. */
@NullMarked
package io.dendrite.scheduling.selfservice.application;

import org.jspecify.annotations.NullMarked;
