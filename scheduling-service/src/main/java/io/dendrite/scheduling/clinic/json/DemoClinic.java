package io.dendrite.scheduling.clinic.json;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.Site;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates a clinic of two sites to try things out, if there is no site yet. Several instances may do it at once: each
 * insert succeeds in one of them. The sites come last, so that what a crash leaves undone is done at the next start.
 */
@Component
@ConditionalOnBooleanProperty("dendrite.seed-demo-clinic")
class DemoClinic implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClinic.class);
    private static final String FILE = "/io/dendrite/scheduling/clinic/demo-clinic.json";

    private final Clinic clinic;

    DemoClinic(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The file. */
    record Content(List<Site> sites, List<Resource> resources) {}

    @Override
    public void run(ApplicationArguments args) {
        Content demo = read();
        Set<String> ids = demo.sites().stream().map(Site::id).collect(Collectors.toSet());
        List<Site> existing = clinic.sites();
        boolean others = existing.stream().anyMatch(site -> !ids.contains(site.id()));
        if (others || existing.size() == demo.sites().size()) {
            LOG.info("the demo clinic is not needed: {} sites exist", existing.size());
            return;
        }
        demo.resources().forEach(clinic::add);
        demo.sites().forEach(clinic::add);
        LOG.info("created the demo clinic of {} sites", demo.sites().size());
    }

    static Content read() {
        try (InputStream file = Objects.requireNonNull(DemoClinic.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.shared().readValue(file, Content.class);
        } catch (IOException e) {
            throw new IllegalStateException("the demo clinic cannot be read", e);
        }
    }
}
