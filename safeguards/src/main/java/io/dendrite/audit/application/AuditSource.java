package io.dendrite.audit.application;

import java.util.Collection;
import java.util.List;

/** A place where records wait to be linked. */
public interface AuditSource {

    /** Some of those that wait, at most about {@code limit}. */
    List<WaitingRecord> waiting(int limit);

    /** Takes away what is linked; what was added since stays. */
    void remove(Collection<WaitingRecord> linked);
}
