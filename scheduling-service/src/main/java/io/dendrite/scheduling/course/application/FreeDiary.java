package io.dendrite.scheduling.course.application;

import io.dendrite.scheduling.calendar.application.FreeStarts;
import io.dendrite.scheduling.course.model.Diary;
import io.dendrite.scheduling.course.model.PossibleStart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The calendar's free starts as a diary to plan by. */
record FreeDiary(FreeStarts free, ZoneId zone) implements Diary {

    @Override
    public List<PossibleStart> on(LocalDate date) {
        return free.on(date).stream()
                .map(start -> PossibleStart.of(start.start(), start.end(), zone))
                .toList();
    }
}
