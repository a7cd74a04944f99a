package io.dendrite.audit.application;

import io.dendrite.audit.model.Head;
import io.dendrite.audit.model.Link;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The chains. Links are added at the end and, after years, dropped at the beginning; nothing else ever happens to them. */
public interface AuditChains {

    /** The end of a site's chain, after whatever other instances appended. */
    Head head(String site);

    /** What comes before the oldest link that is kept. */
    Head anchor(String site);

    /** Those of the record ids that are in some chain already. */
    Set<String> linked(Collection<String> recordIds);

    /**
     * Adds links at the end of the chain of their site; false when another instance was faster, and some or all of them
     * are not in.
     */
    boolean append(String site, List<Link> links);

    /** Hands the links that are kept, by their place, to a reader that may stop at any of them. */
    void read(String site, Consumer<Iterator<Link>> reader);

    /** The sites that have a chain. */
    List<String> sites();

    /** Records that match, newest first. */
    List<Link> find(AuditQuery query);

    /** Drops the links at the beginning of a chain that are older than this, and says how many. */
    long dropBefore(String site, Instant time);
}
