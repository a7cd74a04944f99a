package io.dendrite.scheduling.bulk.model;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line the line it starts on, from 1; a quoted line break makes a row span several
 * @param values by column name; may hold what identifies a patient, so it goes neither to a log nor to an error
 */
public record ImportRow(long line, Map<String, String> values) {

    public ImportRow {
        values = Map.copyOf(values);
    }

    /** The value of a column without surrounding blanks; empty when the file lacks the column. */
    public String value(String column) {
        return values.getOrDefault(column, "").strip();
    }

    /** The line alone: the values may identify a patient. */
    @Override
    public String toString() {
        return "ImportRow[line=" + line + "]";
    }
}
