package io.dendrite.audit.model;

import io.dendrite.audit.model.Verdict.Break;
import io.dendrite.audit.model.Verdict.Kind;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes through a chain from its oldest link and stops at the first that is not as it was written. */
public final class ChainCheck {

    private ChainCheck() {}

    /**
     * The verdict on a chain.
     *
     * @param anchor what comes before the oldest link that is kept
     * @param head how far the chain was written
     * @param links the links that are there, by their place
     */
    public static Verdict of(String site, Head anchor, Head head, Iterator<Link> links, Sealing sealing) {
        Head before = anchor;
        while (links.hasNext()) {
            Link link = links.next();
            Kind wrong = wrong(before, link, sealing);
            if (wrong != null) {
                return verdict(site, anchor, before, new Break(before.sequence() + 1, wrong));
            }
            before = new Head(link.sequence(), link.seal());
        }
        return verdict(
                site,
                anchor,
                before,
                before.sequence() < head.sequence() ? new Break(before.sequence() + 1, Kind.MISSING) : null);
    }

    private static @Nullable Kind wrong(Head before, Link link, Sealing sealing) {
        if (!link.isWhole(sealing)) {
            return Kind.ALTERED;
        }
        if (link.sequence() != before.sequence() + 1) {
            return Kind.MISSING;
        }
        return link.previous().equals(before.seal()) ? null : Kind.DETACHED;
    }

    private static Verdict verdict(String site, Head anchor, Head last, @Nullable Break broken) {
        return new Verdict(site, anchor.sequence() + 1, last.sequence() - anchor.sequence(), broken);
    }
}
