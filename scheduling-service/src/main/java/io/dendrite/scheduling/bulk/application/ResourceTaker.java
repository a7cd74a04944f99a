package io.dendrite.scheduling.bulk.application;

import io.dendrite.scheduling.bulk.model.ImportKind;
import io.dendrite.scheduling.bulk.model.ImportOrder;
import io.dendrite.scheduling.bulk.model.ImportRow;
import io.dendrite.scheduling.bulk.model.RowError;
import io.dendrite.scheduling.bulk.model.RowOutcome;
import io.dendrite.scheduling.bulk.model.RowResult;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.application.Consequences;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Adds resources, or changes those that are there, unless that would strand somebody. */
@Component
class ResourceTaker implements RowTaker {

    private final Clinic clinic;
    private final Consequences consequences;
    private final OnRecord onRecord;

    ResourceTaker(@Qualifier(Clinic.STORED) Clinic clinic, Consequences consequences, OnRecord onRecord) {
        this.clinic = clinic;
        this.consequences = consequences;
        this.onRecord = onRecord;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RESOURCES;
    }

    @Override
    public List<RowResult> take(List<ImportRow> rows, ImportOrder order) {
        return rows.stream().map(row -> take(row, order)).toList();
    }

    private RowResult take(ImportRow row, ImportOrder order) {
        List<RowError> errors = new ArrayList<>();
        Resource read = ResourceRow.resource(row, order.siteId(), errors::add).orElse(null);
        if (read == null) {
            return RowResult.refused(errors);
        }
        Resource stored = clinic.resource(order.siteId(), read.id()).orElse(null);
        if (stored == null) {
            boolean added = order.dryRun() || onRecord.of(order, () -> clinic.add(read));
            return added
                    ? RowResult.of(RowOutcome.CREATED)
                    : RowResult.refused(row, "id", "must not be changed by others at this moment; send the file again");
        }
        return again(row, stored, read, order);
    }

    /** What the file does not say stays as it is: working hours, rosters, overflow lanes. */
    private RowResult again(ImportRow row, Resource stored, Resource read, ImportOrder order) {
        Resource wanted = new Resource(
                stored.siteId(),
                stored.id(),
                read.kind(),
                read.name(),
                read.skills(),
                read.lanes(),
                stored.overflowLanes(),
                stored.workingHours(),
                stored.rosters(),
                stored.version());
        if (wanted.equals(stored)) {
            return RowResult.of(RowOutcome.UNCHANGED);
        }
        if (!order.update()) {
            return RowResult.refused(row, "id", "must agree with what is stored, or be imported with update=true");
        }
        Site site = clinic.site(order.siteId()).orElseThrow();
        List<Resource> after = Stream.concat(
                        clinic.resources(site.id()).stream()
                                .filter(other -> !other.id().equals(wanted.id())),
                        Stream.of(wanted))
                .toList();
        if (!consequences.of(site, after).isEmpty()) {
            return RowResult.refused(row, "id", "must not strand booked patients; change it by PUT with confirm=true");
        }
        boolean replaced = order.dryRun()
                || onRecord.of(order, () -> clinic.replace(wanted.atVersion(stored.version() + 1), stored.version()));
        return replaced
                ? RowResult.of(RowOutcome.UPDATED)
                : RowResult.refused(row, "id", "must not be changed by others at this moment; send the file again");
    }
}
