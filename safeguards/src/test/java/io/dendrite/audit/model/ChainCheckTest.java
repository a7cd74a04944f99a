package io.dendrite.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.audit.model.Verdict.Break;
import io.dendrite.audit.model.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private final List<Link> chain = new ArrayList<>(Records.chain(5));
    private final Head head = headOf(chain);

    @Test
    void aChainAsItWasWrittenIsIntact() {
        assertThat(check()).isEqualTo(new Verdict("riverside", 1, 5, null));
        assertThat(ChainCheck.of("new", Head.NONE, Head.NONE, List.<Link>of().iterator(), Records.SEALING))
                .isEqualTo(new Verdict("new", 1, 0, null));
    }

    @Test
    void anEditedRecordIsFound() {
        Link link = chain.get(2);
        AuditRecord told = link.record();
        AuditRecord edited = new AuditRecord(
                told.id(),
                told.time(),
                told.service(),
                told.site(),
                new Who("somebody-else", told.who().roles(), told.who().address(), null),
                told.what(),
                told.outcome(),
                null,
                null,
                told.traceId());
        chain.set(2, new Link(link.sequence(), edited, link.previous(), link.seal()));

        assertThat(check().broken()).isEqualTo(new Break(3, Kind.ALTERED));
        assertThat(check().links()).isEqualTo(2);
    }

    @Test
    void aRemovedRecordIsFound() {
        chain.remove(2);

        assertThat(check().broken()).isEqualTo(new Break(3, Kind.MISSING));
    }

    @Test
    void aRecordRemovedFromTheEndIsFound() {
        chain.remove(4);

        assertThat(check().broken()).isEqualTo(new Break(5, Kind.MISSING));
    }

    @Test
    void recordsInAnotherOrderAreFound() {
        Link second = chain.get(1);
        Link third = chain.get(2);
        chain.set(1, new Link(2, third.record(), third.previous(), third.seal()));
        chain.set(2, new Link(3, second.record(), second.previous(), second.seal()));

        assertThat(check().broken()).isEqualTo(new Break(2, Kind.ALTERED));
    }

    @Test
    void aRecordOfAnotherChainIsFound() {
        // Sealed with the right key, but after another beginning.
        Link foreign = Link.after(new Head(2, "ab".repeat(32)), chain.get(2).record(), Records.SEALING);
        chain.set(2, foreign);

        assertThat(check().broken()).isEqualTo(new Break(3, Kind.DETACHED));
    }

    @Test
    void whoHasNoKeyCannotMendAChain() {
        Sealing guessed = Records.sealing("a guess");
        List<Link> forged = new ArrayList<>();
        Head before = Head.NONE;
        for (Link link : Records.chain(5)) {
            Link written = Link.after(before, link.record(), guessed);
            forged.add(written);
            before = new Head(written.sequence(), written.seal());
        }

        assertThat(ChainCheck.of("riverside", Head.NONE, before, forged.iterator(), Records.SEALING)
                        .broken())
                .isEqualTo(new Break(1, Kind.ALTERED));
    }

    @Test
    void whatWasDroppedAfterTheYearsIsNotMissed() {
        Head anchor = headOf(chain.subList(0, 2));
        Verdict verdict =
                ChainCheck.of("riverside", anchor, head, chain.subList(2, 5).iterator(), Records.SEALING);

        assertThat(verdict).isEqualTo(new Verdict("riverside", 3, 3, null));
    }

    private Verdict check() {
        return ChainCheck.of("riverside", Head.NONE, head, chain.iterator(), Records.SEALING);
    }

    private static Head headOf(List<Link> links) {
        Link last = links.get(links.size() - 1);
        return new Head(last.sequence(), last.seal());
    }
}
