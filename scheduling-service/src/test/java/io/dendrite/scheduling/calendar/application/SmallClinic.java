package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Hours;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.clinic.model.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two sites so small that visits get in each other's way. Nothing of it can be changed. */
final class SmallClinic implements Clinic {

    static final List<String> SITES = List.of("riverside", "harbor");

    private static final WeeklyHours OPEN = hours("08:00", "18:00");

    private static final List<Resource> RESOURCES = List.of(
            resource("riverside", "chair-1", ResourceKind.CHAIR, 1, OPEN),
            resource("riverside", "chair-2", ResourceKind.CHAIR, 1, OPEN),
            resource("riverside", "nurse-1", ResourceKind.NURSE, 2, OPEN),
            resource("riverside", "nurse-2", ResourceKind.NURSE, 2, hours("08:00", "13:00")),
            resource("riverside", "nurse-3", ResourceKind.NURSE, 1, hours("12:00", "18:00")),
            resource("harbor", "chair-1", ResourceKind.CHAIR, 1, OPEN),
            resource("harbor", "nurse-1", ResourceKind.NURSE, 2, OPEN),
            resource("harbor", "nurse-2", ResourceKind.NURSE, 1, OPEN));

    private static WeeklyHours hours(String from, String to) {
        List<Hours> hours = List.of(new Hours(LocalTime.parse(from), LocalTime.parse(to)));
        return new WeeklyHours(Map.of(DayOfWeek.MONDAY, hours, DayOfWeek.TUESDAY, hours));
    }

    private static Resource resource(String site, String id, ResourceKind kind, int lanes, WeeklyHours hours) {
        return new Resource(site, id, kind, id, Set.of("iv"), lanes, hours, 1);
    }

    @Override
    public Optional<Site> site(String siteId) {
        return sites().stream().filter(site -> site.id().equals(siteId)).findFirst();
    }

    @Override
    public List<Site> sites() {
        return SITES.stream()
                .map(id -> new Site(id, id, ZoneId.of("America/Los_Angeles"), "1 Main Street", "+1 555 0100", OPEN, 1))
                .toList();
    }

    @Override
    public List<Resource> resources(String siteId) {
        return RESOURCES.stream()
                .filter(resource -> resource.siteId().equals(siteId))
                .toList();
    }

    @Override
    public Optional<Resource> resource(String siteId, String resourceId) {
        return resources(siteId).stream()
                .filter(resource -> resource.id().equals(resourceId))
                .findFirst();
    }

    @Override
    public boolean add(Site site) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Site site, long expectedVersion) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean add(Resource resource) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(Resource resource, long expectedVersion) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String siteId, String resourceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String siteId, String resourceId, long expectedVersion) {
        throw new UnsupportedOperationException();
    }
}
