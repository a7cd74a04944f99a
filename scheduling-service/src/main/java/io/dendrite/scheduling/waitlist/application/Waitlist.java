package io.dendrite.scheduling.waitlist.application;

import io.dendrite.scheduling.waitlist.model.WaitlistEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where entries are kept. Every write is one conditional update, so of two from the same version one wins. */
public interface Waitlist {

    /** Qualifies the waitlist as it is stored, whoever looks. */
    String STORED = "stored-waitlist";

    /** What became of an attempt to store a new entry. */
    enum Addition {
        STORED,
        /** An entry with this id is there already. */
        ID_TAKEN,
        /** The patient waits for the treatment already. */
        WAITING_ALREADY
    }

    /** Stores a new entry, unless the patient waits for the treatment already. */
    Addition add(WaitlistEntry entry);

    /** Puts a changed entry in the place of the version before; false says that the stored version is another. */
    boolean replace(WaitlistEntry changed);

    /** The entry of that id, whatever has become of it. */
    Optional<WaitlistEntry> entry(String id);

    /**
     * Who waits at a site, in the order in which they are served.
     *
     * @param after the {@link WaitlistEntry#servedAs()} after which to begin; null from the first
     */
    List<WaitlistEntry> waitingAt(String siteId, @Nullable String after, int limit);

    /** The entry by which a patient waits for a treatment. */
    Optional<WaitlistEntry> waitingFor(String patientId, String treatmentId);

    /** The entries of a patient, whatever has become of them, the oldest first. */
    List<WaitlistEntry> ofPatient(String patientId);

    /** The sites at which somebody waits. */
    Set<String> sitesWaitedAt();
}
