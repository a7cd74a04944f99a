package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.StartFilter;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.treatment.model.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a visit is wanted.
 *
 * @param site where
 * @param treatment what for
 * @param range from when to before when it starts
 * @param filter which of those starts
 * @param resource the id of a resource that the visit must have; null for any
 * @param patient for whom; null when nobody is in mind
 * @param limit the most starts to answer, and the most refused ones to explain
 * @param explain whether refused starts are wanted, too
 */
public record AvailabilityQuery(
        Site site,
        Treatment treatment,
        FindStarts.Range range,
        StartFilter filter,
        @Nullable String resource,
        @Nullable Patient patient,
        int limit,
        boolean explain) {}
