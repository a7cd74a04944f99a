package io.dendrite.audit.application;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Drops records after the years for which they must be kept (45 CFR 164.316(b)(2)(i): six by default). */
public class DropOldRecords {

    private static final Logger log = LoggerFactory.getLogger(DropOldRecords.class);

    private final AuditChains chains;
    private final Clock clock;
    private final Period kept;

    /** Keeps records for this long. */
    public DropOldRecords(AuditChains chains, Clock clock, Period kept) {
        this.chains = chains;
        this.clock = clock;
        this.kept = kept;
    }

    /** Drops what is older, chain by chain, and says how many records that were. */
    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    public long drop() {
        Instant oldest = clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant();
        long dropped = chains.sites().stream()
                .mapToLong(site -> chains.dropBefore(site, oldest))
                .sum();
        if (dropped > 0) {
            log.info("Dropped {} records of the audit that were older than {}", dropped, kept);
        }
        return dropped;
    }
}
