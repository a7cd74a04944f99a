package io.dendrite.notification.page.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a secret stands for: one use, for one patient and one revision of one appointment, for a while.
 *
 * @param hash of the secret
 * @param use what it is good for
 * @param patientId whose it is
 * @param subjectId the appointment, or the offer
 * @param sequence the revision of the appointment: a move makes the secret worthless
 * @param expiresAt from when on it is worthless
 */
public record Link(String hash, Use use, String patientId, String subjectId, int sequence, Instant expiresAt) {

    /** How long a page may lie open before its buttons stop working. */
    private static final Duration PAGE_STAYS_OPEN = Duration.ofMinutes(30);

    private static final Set<Use> ON_VISITS = EnumSet.of(Use.CONFIRM, Use.CANCEL, Use.ANOTHER_TIME, Use.PREFERENCES);
    private static final Set<Use> ON_OFFERS = EnumSet.of(Use.ACCEPT, Use.DECLINE);

    public Link {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** What can be done on the page that this opens. */
    public Set<Use> uses() {
        return switch (use) {
            case VISIT -> ON_VISITS;
            case OFFER -> ON_OFFERS;
            default -> Set.of();
        };
    }

    /** The right to do one thing of what this page offers, soon. */
    public Link toDo(Use what, Secret secret, Instant now) {
        Instant soon = now.plus(PAGE_STAYS_OPEN);
        return new Link(
                secret.hash(), what, patientId, subjectId, sequence, soon.isBefore(expiresAt) ? soon : expiresAt);
    }

    /** Whether it is worth something at a moment, given the newest revision of its appointment that is known. */
    public boolean isGood(Instant now, int newestSequence) {
        return now.isBefore(expiresAt) && newestSequence <= sequence;
    }
}
