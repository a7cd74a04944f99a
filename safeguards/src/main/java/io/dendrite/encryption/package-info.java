/**
 * Keeps what identifies a patient unreadable wherever it is stored: one data key per patient, whose destruction erases
 * the patient everywhere at once.
 */
@NullMarked
package io.dendrite.encryption;

import org.jspecify.annotations.NullMarked;
