package io.dendrite.scheduling.audit.web;

import io.dendrite.audit.model.AuditRecord;
import io.dendrite.audit.model.Link;
import io.dendrite.audit.model.What;
import io.dendrite.audit.model.Who;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the audit as answers carry it. */
@Schema(name = "AuditRecord")
record AuditAnswer(
        @Schema(description = "Its place in the chain of its site")
        long sequence,

        String site,
        Instant time,
        String service,
        String actor,
        List<String> roles,
        String address,

        @Schema(description = "The emergency override it was done under") @Nullable
        String breakGlass,

        @Schema(example = "patient.read") String action,
        List<String> patientIds,
        @Schema(example = "booking/8b0c") @Nullable String resource,
        @Nullable Long version,

        @Schema(description = "Names of the fields that were given other values")
        List<String> changed,

        @Schema(example = "SUCCESS") String outcome,

        @Schema(description = "Why it was refused", example = "slot-taken") @Nullable
        String reason,

        @Schema(description = "The actor's own words") @Nullable
        String statement,

        String traceId) {

    static AuditAnswer of(Link link, @Nullable String statement) {
        AuditRecord record = link.record();
        Who who = record.who();
        What what = record.what();
        return new AuditAnswer(
                link.sequence(),
                record.site(),
                record.time(),
                record.service(),
                who.actor(),
                who.roles(),
                who.address(),
                who.breakGlass(),
                what.action(),
                what.patients(),
                what.resource(),
                what.version(),
                what.changed(),
                record.outcome().name(),
                record.reason(),
                statement,
                record.traceId());
    }
}
