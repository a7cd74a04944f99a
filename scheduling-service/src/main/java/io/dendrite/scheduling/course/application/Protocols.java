package io.dendrite.scheduling.course.application;

import io.dendrite.scheduling.course.model.Protocol;
import io.dendrite.scheduling.treatment.model.Course;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.Optional;

/** The protocols of the catalogue, as courses are planned by them. */
final class Protocols {

    private Protocols() {}

    /** The protocol of a treatment; empty when it is given in single visits. */
    static Optional<Protocol> of(Treatment treatment) {
        return Optional.ofNullable(treatment.course()).map(Protocols::of);
    }

    private static Protocol of(Course course) {
        return new Protocol(course.sessions(), course.minDaysBetween(), course.maxDaysBetween(), course.maxPerWeek());
    }
}
