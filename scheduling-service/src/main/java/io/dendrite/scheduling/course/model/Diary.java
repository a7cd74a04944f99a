package io.dendrite.scheduling.course.model;

import java.time.LocalDate;
import java.util.List;

/** On which starts of a day a session could be had. It is asked for few days, and may be slow to answer. */
public interface Diary {

    /** The starts of a day in order of time; empty when there is none. Asked again, it answers the same. */
    List<PossibleStart> on(LocalDate date);
}
