package io.dendrite.scheduling.clinic.mongo;

import io.dendrite.scheduling.clinic.model.Hours;
import io.dendrite.scheduling.clinic.model.Roster;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Weekly hours as a document: a list for each day, times as {@code 08:00}. */
final class HoursDocuments {

    private HoursDocuments() {}

    static @Nullable Document of(@Nullable WeeklyHours hours) {
        if (hours == null) {
            return null;
        }
        Document days = new Document();
        hours.byDay()
                .forEach((day, list) -> days.append(
                        day.name(),
                        list.stream()
                                .map(one -> new Document("from", one.from().toString())
                                        .append("to", one.to().toString()))
                                .toList()));
        return days;
    }

    static Document of(Roster roster) {
        LocalDate last = roster.validTo();
        return new Document("validFrom", roster.validFrom().toString())
                .append("validTo", last == null ? null : last.toString())
                .append("workingHours", of(roster.workingHours()));
    }

    static Roster roster(Document document) {
        String last = document.getString("validTo");
        return new Roster(
                LocalDate.parse(document.getString("validFrom")),
                last == null ? null : LocalDate.parse(last),
                hours(document.get("workingHours", Document.class)));
    }

    static WeeklyHours hours(Document days) {
        Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
        days.keySet()
                .forEach(day -> byDay.put(
                        DayOfWeek.valueOf(day),
                        days.getList(day, Document.class).stream()
                                .map(one -> new Hours(
                                        LocalTime.parse(one.getString("from")), LocalTime.parse(one.getString("to"))))
                                .toList()));
        return new WeeklyHours(byDay);
    }
}
