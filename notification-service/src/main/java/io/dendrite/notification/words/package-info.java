/** Words in the languages of patients. */
@NullMarked
package io.dendrite.notification.words;

import org.jspecify.annotations.NullMarked;
