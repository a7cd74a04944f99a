/** The default treatments, which ship as a JSON file. */
package io.dendrite.scheduling.treatment.json;
