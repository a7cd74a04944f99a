package io.dendrite.scheduling.bulk.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180, with commas or semicolons, UTF-8, a byte order mark is skipped) row by row, holding one row at a
 * time.
 */
public final class CsvRows {

    /** The most characters of a row. */
    static final int MAX_ROW_CHARS = 64 * 1024;

    private static final int HEAD_CHARS = 4096;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvRows() {}

    /**
     * Hands on each row; empty lines are skipped.
     *
     * @param refused takes rows that have not as many values as the header has columns
     * @throws UnreadableFileException the header or the form of the file is wrong
     * @throws IOException the source failed, such as a lost connection
     */
    public static void read(InputStream source, ImportKind kind, Consumer<ImportRow> rows, Consumer<RowError> refused)
            throws IOException, UnreadableFileException {
        // A decoder of its own reports malformed bytes; by charset alone they would be replaced silently.
        RecordBound bound = new RecordBound(new InputStreamReader(source, UTF_8.newDecoder()), MAX_ROW_CHARS);
        long line = 1;
        // Not closed: the source belongs to the caller, and the parser holds nothing else.
        BufferedReader text = new BufferedReader(bound, HEAD_CHARS);
        CSVParser parser = parser(text, delimiter(text));
        Iterator<CSVRecord> records = parser.iterator();
        List<String> columns = header(next(records, bound, line), kind);
        while (true) {
            line = parser.getCurrentLineNumber() + 1;
            CSVRecord row = next(records, bound, line);
            if (row == null) {
                return;
            }
            if (row.size() == columns.size()) {
                rows.accept(new ImportRow(line, byColumn(columns, row)));
            } else if (row.size() > 1 || !row.get(0).isBlank()) {
                refused.accept(new RowError(line, "row", "must have " + columns.size() + " values"));
            }
        }
    }

    private static CSVParser parser(Reader text, char delimiter) throws IOException {
        return CSVParser.builder()
                .setReader(text)
                .setFormat(FORMAT.builder().setDelimiter(delimiter).get())
                .get();
    }

    /** Spreadsheets of many countries write semicolons; the names of the columns have neither. */
    private static char delimiter(BufferedReader text) throws IOException, UnreadableFileException {
        char[] head = new char[HEAD_CHARS];
        text.mark(HEAD_CHARS);
        int length;
        try {
            length = text.read(head, 0, HEAD_CHARS);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException(1, "must be in UTF-8");
        }
        text.reset();
        String first = length <= 0
                ? ""
                : new String(head, 0, length).lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records, RecordBound bound, long line)
            throws IOException, UnreadableFileException {
        bound.restart();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            // The cause is left out of the new exception: the parser's messages may quote the file.
            if (cause instanceof CharacterCodingException) {
                throw new UnreadableFileException(line, "must be in UTF-8");
            }
            if (cause instanceof RecordBound.TooLong) {
                throw new UnreadableFileException(line, "a row must have at most " + MAX_ROW_CHARS + " characters");
            }
            if (cause instanceof CSVException) {
                throw new UnreadableFileException(line, "must be CSV by RFC 4180: check the quotes");
            }
            throw cause;
        }
    }

    private static List<String> header(@Nullable CSVRecord first, ImportKind kind) throws UnreadableFileException {
        if (first == null) {
            throw new UnreadableFileException(1, "must have a row of column names");
        }
        List<String> columns = first.stream()
                .map(name -> name.startsWith("\uFEFF") ? name.substring(1) : name)
                .map(String::strip)
                .toList();
        Optional<String> problem = kind.headerProblem(columns);
        if (problem.isPresent()) {
            throw new UnreadableFileException(1, problem.get());
        }
        return columns;
    }

    private static Map<String, String> byColumn(List<String> columns, CSVRecord row) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.get(i));
        }
        return values;
    }
}
