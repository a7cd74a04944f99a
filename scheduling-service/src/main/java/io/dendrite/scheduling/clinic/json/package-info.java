/** The demo clinic, which ships as a JSON file. */
package io.dendrite.scheduling.clinic.json;
