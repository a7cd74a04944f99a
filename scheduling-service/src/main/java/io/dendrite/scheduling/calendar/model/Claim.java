package io.dendrite.scheduling.calendar.model;

import java.util.Optional;

/**
 * One lane of one resource, or one patient, for one quarter of an hour. A unique index over all claims is the lock that
 * keeps two entries from occupying the same.
 *
 * @param holder the resource's id
 * @param lane which of the resource's lanes, from 0
 * @param quarter which quarter since the epoch
 */
public record Claim(String holder, int lane, long quarter) {

    /** The written form {@code <resource>/<lane>@<quarter>}, as it stands in the index. */
    public String text() {
        return holder + '/' + lane + '@' + quarter;
    }

    /** The written claim of a patient, who has no lanes: {@code patient-<id>@<quarter>}. */
    public static String ofPatient(String patientId, long quarter) {
        return "patient-" + patientId + '@' + quarter;
    }

    /** Reads a written claim; empty for what is not a resource's, such as the id that each entry claims for itself. */
    public static Optional<Claim> parse(String text) {
        int slash = text.lastIndexOf('/');
        int at = text.lastIndexOf('@');
        if (slash < 0 || at < slash) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                text.substring(0, slash),
                Integer.parseInt(text, slash + 1, at, 10),
                Long.parseLong(text, at + 1, text.length(), 10)));
    }
}
