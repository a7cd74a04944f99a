package io.dendrite.scheduling.treatment.application;

import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.List;
import java.util.Optional;

/** The catalogue. Every write is one conditional update, so of two that start from the same version one wins. */
public interface Treatments {

    /** The treatment of that id. */
    Optional<Treatment> treatment(String id);

    /** All treatments, ordered by id. */
    List<Treatment> treatments();

    /** Stores a treatment unless its id is taken; false says that it is. */
    boolean add(Treatment treatment);

    /** Puts this treatment in the place of its version {@code expectedVersion}; false says that the version is another. */
    boolean replace(Treatment treatment, long expectedVersion);
}
