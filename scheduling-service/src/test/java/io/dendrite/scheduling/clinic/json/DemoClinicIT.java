package io.dendrite.scheduling.clinic.json;

import static io.dendrite.scheduling.mongo.MongoContract.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.SchedulingApplication;
import io.dendrite.scheduling.ServiceIT;
import io.dendrite.scheduling.TestEncryption;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.TestIssuer;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class DemoClinicIT {

    private static final TestIssuer ISSUER = new TestIssuer();

    private final EmbeddedMongo mongo = new EmbeddedMongo();

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void instancesThatSeedTogetherMakeOneClinic() throws Exception {
        try (ConfigurableApplicationContext first = start(false);
                ConfigurableApplicationContext second = start(false)) {
            Iterator<Clinic> clinics = List.of(first.getBean(Clinic.class), second.getBean(Clinic.class))
                    .iterator();
            together(2, () -> {
                Clinic clinic;
                synchronized (clinics) {
                    clinic = clinics.next();
                }
                new DemoClinic(clinic).run(new DefaultApplicationArguments());
                return clinic;
            });

            assertClinic(first, 2, 16);
            assertThat(second.getBean(Treatments.class).treatments()).hasSize(9);
        }
    }

    @Test
    void whatACrashLeftUndoneIsDoneAtTheNextStart() {
        try (ConfigurableApplicationContext first = start(false)) {
            Clinic clinic = first.getBean(Clinic.class);
            DemoClinic.Content demo = DemoClinic.read();
            clinic.add(demo.resources().get(0));
            clinic.add(demo.sites().get(0));
        }
        try (ConfigurableApplicationContext second = start(true)) {
            assertClinic(second, 2, 16);
        }
    }

    @Test
    void aClinicOfOnesOwnIsLeftAlone() {
        try (ConfigurableApplicationContext first = start(false)) {
            Site harbor = DemoClinic.read().sites().get(1);
            first.getBean(Clinic.class)
                    .add(new Site("own", "Own", harbor.timeZone(), "1 Road", "+1 555", harbor.openingHours(), 1));
        }
        try (ConfigurableApplicationContext second = start(true)) {
            assertClinic(second, 1, 0);
        }
    }

    @Test
    void laterStartsLeaveAloneWhatTheClinicChanged() {
        try (ConfigurableApplicationContext first = start(true)) {
            assertThat(first.getBean(Clinic.class).remove("riverside", "chair-5"))
                    .isTrue();
            Treatments treatments = first.getBean(Treatments.class);
            assertThat(treatments.replace(
                            treatments.treatment("sl").orElseThrow().atVersion(2), 1))
                    .isTrue();
        }
        try (ConfigurableApplicationContext second = start(true)) {
            assertClinic(second, 2, 15);
            assertThat(second.getBean(Treatments.class)
                            .treatment("sl")
                            .orElseThrow()
                            .version())
                    .isEqualTo(2);
        }
    }

    @Test
    void thereIsNoDemoClinicUnlessAskedFor() {
        try (ConfigurableApplicationContext instance = start(false)) {
            assertClinic(instance, 0, 0);
            assertThat(instance.getBean(Treatments.class).treatments()).hasSize(9);
        }
    }

    @Test
    void theDemoClinicIsReachableOverHttp() {
        try (ConfigurableApplicationContext instance = start(true)) {
            Api api = new Api("http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port"))
                    .withToken(ServiceIT.everything(ISSUER).sign());

            assertThat(api.get("/api/v1/sites/harbor").json().get("timeZone").asString())
                    .isEqualTo("America/New_York");
            assertThat(api.get("/api/v1/sites/riverside/resources").json().get("items"))
                    .hasSize(10);
        }
    }

    private ConfigurableApplicationContext start(boolean seed) {
        return new SpringApplicationBuilder(SchedulingApplication.class)
                .run(
                        "--server.port=0",
                        "--DENDRITE_ISSUER=" + ISSUER.issuer(),
                        "--dendrite.encryption.master-key=" + TestEncryption.MASTER_KEY,
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.kafka.admin.auto-create=false",
                        "--spring.mongodb.uri=" + mongo.connectionString("demo"),
                        "--dendrite.seed-demo-clinic=" + seed);
    }

    private static void assertClinic(ConfigurableApplicationContext instance, int sites, int resources) {
        Clinic clinic = instance.getBean(Clinic.class);
        assertThat(clinic.sites()).hasSize(sites);
        assertThat(clinic.sites().stream()
                        .mapToInt(site -> clinic.resources(site.id()).size())
                        .sum())
                .isEqualTo(resources);
    }
}
