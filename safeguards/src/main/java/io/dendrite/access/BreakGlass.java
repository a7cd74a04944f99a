package io.dendrite.access;

import java.util.Optional;

/** Emergency overrides that are open: for one actor, one site, a short time. */
@FunctionalInterface
public interface BreakGlass {

    /** The request header that names the override under which a call is made. */
    String HEADER = "Break-Glass";

    /** The site that an override opens to the actor now; empty when it is another's, over, or unknown. */
    Optional<String> openedSite(String grantId, String actor);
}
