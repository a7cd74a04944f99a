package io.dendrite.audit.application;

import io.dendrite.audit.model.ChainCheck;
import io.dendrite.audit.model.Head;
import io.dendrite.audit.model.Sealing;
import io.dendrite.audit.model.Verdict;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Checks whether chains are as they were written. */
public final class VerifyChains {

    private final AuditChains chains;
    private final Sealing sealing;

    /** Checks these chains with the key that sealed them. */
    public VerifyChains(AuditChains chains, Sealing sealing) {
        this.chains = chains;
        this.sealing = sealing;
    }

    /** The verdict on one chain, read from its oldest link to its end. */
    public Verdict verify(String site) {
        // First the head: what is appended meanwhile then only makes the chain longer than it says.
        Head anchor = chains.anchor(site);
        Head head = chains.head(site);
        AtomicReference<Verdict> verdict = new AtomicReference<>();
        chains.read(site, links -> verdict.set(ChainCheck.of(site, anchor, head, links, sealing)));
        return Objects.requireNonNull(verdict.get(), "the chain was not read");
    }
}
