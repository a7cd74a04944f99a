package io.dendrite.scheduling.treatment.json;

import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds the treatments that ship with the service where they are absent, so that a clinic's changes stay. Several
 * instances may do it at once: each insert succeeds in one of them.
 */
@Component
class DefaultTreatments implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultTreatments.class);
    private static final String FILE = "/io/dendrite/scheduling/treatment/treatments.json";

    private final Treatments treatments;

    DefaultTreatments(Treatments treatments) {
        this.treatments = treatments;
    }

    /**
     * The file.
     *
     * @param label what the defaults are and are not
     * @param rounding why phases are longer than the sources say
     * @param leftOut what has no default, and why
     * @param defaults the treatments with their sources
     */
    record Catalogue(String label, String rounding, String leftOut, List<Default> defaults) {}

    /** A treatment, and where its numbers come from. */
    record Default(String source, Treatment treatment) {}

    @Override
    public void run(ApplicationArguments args) {
        long added = read().defaults().stream()
                .filter(entry -> treatments.add(entry.treatment()))
                .count();
        LOG.info("added {} default treatments", added);
    }

    static Catalogue read() {
        try (InputStream file = Objects.requireNonNull(DefaultTreatments.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.shared().readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new IllegalStateException("the default treatments cannot be read", e);
        }
    }
}
