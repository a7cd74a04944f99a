package io.dendrite.scheduling.breakglass.application;

import io.dendrite.scheduling.breakglass.model.Grant;
import io.dendrite.scheduling.outbox.OutboxEvent;
import java.util.Optional;

/** Where overrides are kept. */
public interface Grants {

    /** Stores an override and what announces it, in one write; false says that the id is taken. */
    boolean add(Grant grant, OutboxEvent announcement);

    /** The override of that id, open or over. */
    Optional<Grant> grant(String id);
}
