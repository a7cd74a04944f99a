package io.dendrite.audit.application;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Head;
import io.dendrite.audit.model.Link;
import io.dendrite.audit.model.Sealing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves records from where they wait to the end of their site's chain.
 *
 * <p>Any instance may do it, several at once too: a chain takes one link at each place and each record once, whoever
 * tries. A record is taken from where it waits only when it stands in its chain, so a crash at any moment loses none.
 */
public final class LinkRecords {

    private static final int BATCH = 500;

    private final List<AuditSource> sources;
    private final AuditChains chains;
    private final Sealing sealing;

    /** Links what waits in these sources. */
    public LinkRecords(List<AuditSource> sources, AuditChains chains, Sealing sealing) {
        this.sources = List.copyOf(sources);
        this.chains = chains;
        this.sealing = sealing;
    }

    /** Links one batch; true when more may wait. */
    public boolean linkSome() {
        boolean more = false;
        for (AuditSource source : sources) {
            List<WaitingRecord> waiting = source.waiting(BATCH);
            if (!waiting.isEmpty()) {
                more |= link(source, waiting) || waiting.size() >= BATCH;
            }
        }
        return more;
    }

    private boolean link(AuditSource source, List<WaitingRecord> waiting) {
        Map<String, AuditRecord> byId = new LinkedHashMap<>();
        waiting.stream()
                .map(WaitingRecord::record)
                .sorted(comparing(AuditRecord::time))
                .forEach(record -> byId.putIfAbsent(record.id(), record));
        Map<String, List<AuditRecord>> bySite = byId.values().stream().collect(groupingBy(AuditRecord::site));
        Set<String> done = new HashSet<>();
        boolean lost = false;
        for (Map.Entry<String, List<AuditRecord>> site : bySite.entrySet()) {
            Set<String> ids = site.getValue().stream().map(AuditRecord::id).collect(toSet());
            if (chains.append(site.getKey(), chained(site.getKey(), site.getValue()))) {
                done.addAll(ids);
            } else {
                // Another instance was faster, or died before it took the records away: the rest comes in the next
                // turn.
                done.addAll(chains.linked(ids));
                lost = true;
            }
        }
        source.remove(waiting.stream()
                .filter(each -> done.contains(each.record().id()))
                .toList());
        return lost;
    }

    private List<Link> chained(String site, List<AuditRecord> records) {
        List<Link> links = new ArrayList<>();
        Head head = chains.head(site);
        for (AuditRecord record : records) {
            Link link = Link.after(head, record, sealing);
            links.add(link);
            head = new Head(link.sequence(), link.seal());
        }
        return links;
    }
}
