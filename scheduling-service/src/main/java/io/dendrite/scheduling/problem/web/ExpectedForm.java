package io.dendrite.scheduling.problem.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a value of a Java type must look like in a request. */
final class ExpectedForm {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> DATE_TIME = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class);

    private ExpectedForm() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has a value of the wrong kind";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number";
        }
        if (DATE_TIME.contains(type)) {
            return "must be a time with its offset, such as 2026-11-02T09:00:00-08:00";
        }
        if (type == LocalDate.class) {
            return "must be a date that exists, such as 1985-04-12";
        }
        if (type == LocalTime.class) {
            return "must be a time of day, such as 08:00";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text in quotes";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list in [ ]";
        }
        return "must be an object in { }";
    }
}
