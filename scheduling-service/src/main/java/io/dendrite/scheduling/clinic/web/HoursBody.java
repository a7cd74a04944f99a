package io.dendrite.scheduling.clinic.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dendrite.scheduling.clinic.model.Hours;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import io.dendrite.scheduling.clinic.model.WeeklyHoursRules;
import io.dendrite.scheduling.problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A stretch of a day as JSON. */
@Schema(
        name = "Hours",
        description = "A stretch of one day on the site's wall clock; \"to\" 00:00 is the end of the day")
record HoursBody(
        @Schema(type = "string", example = "08:00") @NotNull @JsonFormat(pattern = "HH:mm")
        LocalTime from,

        @Schema(type = "string", example = "18:00") @NotNull @JsonFormat(pattern = "HH:mm")
        LocalTime to) {

    static WeeklyHours weekly(Map<DayOfWeek, List<HoursBody>> bodies) {
        Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
        bodies.forEach((day, list) -> byDay.put(
                day, list.stream().map(body -> new Hours(body.from, body.to)).toList()));
        return new WeeklyHours(byDay);
    }

    static Map<DayOfWeek, List<HoursBody>> of(WeeklyHours hours) {
        Map<DayOfWeek, List<HoursBody>> bodies = new EnumMap<>(DayOfWeek.class);
        hours.byDay()
                .forEach((day, list) -> bodies.put(
                        day,
                        list.stream()
                                .map(one -> new HoursBody(one.from(), one.to()))
                                .toList()));
        return bodies;
    }

    /** What the rules find wrong, below the field that holds the hours. */
    static List<FieldError> errors(String field, WeeklyHours hours) {
        return WeeklyHoursRules.violations(hours).entrySet().stream()
                .map(found -> new FieldError(field + "." + found.getKey(), found.getValue()))
                .toList();
    }
}
