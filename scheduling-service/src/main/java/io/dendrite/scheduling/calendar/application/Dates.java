package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Reads dates as requests carry them. */
public final class Dates {

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /**
     * A date.
     *
     * @throws ProblemException 400 naming the field when it is none, such as 2027-02-30
     */
    public static LocalDate parse(String field, String text) {
        try {
            return LocalDate.parse(text, STRICT);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(field, "must be an existing date such as 2027-03-08");
        }
    }
}
