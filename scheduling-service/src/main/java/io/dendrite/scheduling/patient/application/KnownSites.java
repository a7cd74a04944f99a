package io.dendrite.scheduling.patient.application;

import io.dendrite.access.model.SiteScope;
import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** At which sites a patient becomes known. */
public final class KnownSites {

    private KnownSites() {}

    /**
     * For somebody new: the sites that are asked for, else all that the caller may act for.
     *
     * @throws ProblemException 400 when the caller may not act for one of them, or there is none
     */
    public static List<String> ofNew(@Nullable List<String> wanted, SiteScope caller) {
        if (wanted != null) {
            requireInScope(wanted, caller);
            return List.copyOf(new TreeSet<>(wanted));
        }
        if (caller.every()) {
            return List.of(SiteScope.ALL);
        }
        if (caller.ids().isEmpty()) {
            throw ProblemException.invalid("siteIds", "must name a site that your token covers");
        }
        return List.copyOf(new TreeSet<>(caller.ids()));
    }

    /**
     * After a change: the sites that are asked for, and those that the caller may not act for and so cannot take away.
     *
     * @throws ProblemException 400 when the caller may not act for one that is added
     */
    public static List<String> ofChanged(@Nullable List<String> wanted, List<String> current, SiteScope caller) {
        if (wanted == null) {
            return current;
        }
        TreeSet<String> sites = new TreeSet<>(wanted);
        sites.removeAll(current);
        requireInScope(List.copyOf(sites), caller);
        sites.addAll(wanted);
        current.stream().filter(site -> !caller.covers(site)).forEach(sites::add);
        return List.copyOf(sites);
    }

    private static void requireInScope(List<String> wanted, SiteScope caller) {
        if (!wanted.stream().allMatch(caller::covers)) {
            throw ProblemException.invalid("siteIds", "must name sites that your token covers");
        }
    }
}
