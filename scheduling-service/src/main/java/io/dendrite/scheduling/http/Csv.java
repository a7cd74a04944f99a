package io.dendrite.scheduling.http;

import io.dendrite.scheduling.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as text (RFC 4180), for spreadsheets. */
public final class Csv {

    /** The media type. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** The table; a text that would be a formula begins with an apostrophe, which spreadsheets do not show. */
    public static String of(List<String> head, List<List<@Nullable Object>> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(head.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<@Nullable Object> row : rows) {
                printer.printRecord(row.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Whether a caller wants a table rather than JSON.
     *
     * @param format the query parameter
     * @param accept the header
     * @throws ProblemException 400 for another format than {@code csv} or {@code json}
     */
    public static boolean isAskedFor(@Nullable String format, @Nullable String accept) {
        if (format == null) {
            return accept != null && accept.startsWith("text/csv");
        }
        if (!format.equals("csv") && !format.equals("json")) {
            throw ProblemException.invalid("format", "must be csv or json");
        }
        return format.equals("csv");
    }

    /** The answer, to be saved under a name. */
    public static ResponseEntity<String> answer(String name, String table) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(table);
    }

    private static Object cell(@Nullable Object value) {
        if (value instanceof Number) {
            return value;
        }
        String text = Objects.toString(value, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
