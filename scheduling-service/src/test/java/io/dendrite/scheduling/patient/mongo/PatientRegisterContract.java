package io.dendrite.scheduling.patient.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import io.dendrite.access.model.SiteScope;
import io.dendrite.encryption.KeyDestroyedException;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.scheduling.TestEncryption;
import io.dendrite.scheduling.mongo.MongoContract;
import io.dendrite.scheduling.outbox.OutboxEvent;
import io.dendrite.scheduling.patient.application.PatientQuery;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register promises whoever stores in it, on any server. */
abstract class PatientRegisterContract extends MongoContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    private PatientRegister register;

    @BeforeEach
    void open() {
        PatientSeal seal = TestEncryption.get().patients();
        register = new MongoPatients(
                database,
                new SealedPatients(
                        seal,
                        TestEncryption.get().shared(),
                        TestEncryption.get().blindIndex()),
                seal);
    }

    @Test
    void readsAPatientAsStored() {
        Patient full = new Patient(
                "p1",
                "María",
                "Sousa",
                LocalDate.of(1985, 4, 12),
                "m@example.org",
                "+1 555",
                "pt-BR",
                true,
                List.of("*"),
                Set.of("esketamine", "another"),
                1,
                1);
        Patient bare =
                new Patient("p2", "Ng", "Li", LocalDate.of(2000, 1, 1), null, null, "en", false, List.of("*"), 1, 1);

        assertThat(register.add(full)).isTrue();
        assertThat(register.add(bare)).isTrue();
        assertThat(register.add(full)).isFalse();
        assertThat(register.patient("p1")).contains(full);
        assertThat(document("p1").toJson()).doesNotContain("esketamine");
        assertThat(register.patient("p2")).contains(bare);
        assertThat(register.patient("p3")).isEmpty();
    }

    @Test
    void storesAChangeAndItsEventInOneDocument() {
        register.add(patient("p1", "Maria", "Sousa", 1));
        Patient changed = patient("p1", "Marie", "Sousa", 2);

        assertThat(register.replace(changed, 1, event("e1"))).isTrue();

        Document stored = document("p1");
        assertThat(register.patient("p1")).contains(changed);
        assertThat(stored.getList("outbox", Document.class))
                .containsExactly(new Document("id", "e1")
                        .append("type", "io.dendrite.patient.contact-changed.v1")
                        .append("subject", "p1")
                        .append("key", "p1")
                        .append("time", Date.from(NOON))
                        .append("traceparent", "00-t-s-01")
                        .append("data", "{}"));
        assertThat(stored.getDate("outboxSince")).isEqualTo(Date.from(NOON));
    }

    @Test
    void leavesEarlierEventsInPlaceAndInOrder() {
        register.add(patient("p1", "Maria", "Sousa", 1));
        register.replace(patient("p1", "Marie", "Sousa", 2), 1, event("e1"));
        register.replace(patient("p1", "Marie", "Silva", 3), 2, null);
        register.replace(patient("p1", "Mary", "Silva", 4), 3, event("e2"));

        assertThat(document("p1").getList("outbox", Document.class))
                .extracting(element -> element.getString("id"))
                .containsExactly("e1", "e2");
    }

    @Test
    void storesNeitherChangeNorEventWhenTheVersionIsAnother() {
        register.add(patient("p1", "Maria", "Sousa", 1));

        assertThat(register.replace(patient("p1", "Marie", "Sousa", 3), 2, event("e1")))
                .isFalse();
        assertThat(document("p1")).doesNotContainKeys("outbox", "outboxSince");
        assertThat(register.patient("p1").orElseThrow().givenName()).isEqualTo("Maria");
    }

    @Test
    void lettingManyReplaceTheSameVersionLetsOneWinWithOneEvent() throws Exception {
        register.add(patient("p1", "Maria", "Sousa", 1));

        assertThat(together(16, () -> register.replace(patient("p1", "Marie", "Sousa", 2), 1, event("e1"))))
                .containsOnlyOnce(true);
        assertThat(document("p1").getList("outbox", Document.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sou", "SOUSA", "maria", "mar", "sousa ma", "Sousa, Maria", "maría s", "  sousa"})
    void findsAPatientByTheBeginningOfAName(String prefix) {
        register.add(patient("p1", "María", "Sousa", 1));
        register.add(patient("p2", "Tom", "Brennan", 1));

        assertThat(search(prefix, null, 10)).extracting(Patient::id).containsExactly("p1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ousa", ".*", "^s", "s.usa", "(", "\\E.*", "$where", "sousa maria x"})
    void takesWhatIsSearchedLiterally(String prefix) {
        register.add(patient("p1", "María", "Sousa", 1));

        assertThat(search(prefix, null, 10)).isEmpty();
    }

    @Test
    void ordersByIdAndNeitherRepeatsNorSkipsAcrossPages() {
        register.add(patient("p4", "Zoe", "Adams", 1));
        register.add(patient("p2", "Ana", "ádams", 1));
        register.add(patient("p3", "Ana", "Adams", 1));
        register.add(patient("p1", "Ana", "Adamson", 1));

        List<String> seen = new ArrayList<>();
        String after = null;
        for (List<Patient> page = search("", null, 1); !page.isEmpty(); page = search("", after, 1)) {
            after = page.get(0).id();
            seen.add(after);
        }
        assertThat(seen).containsExactly("p1", "p2", "p3", "p4");
        assertThat(search("adams", "p2", 10)).extracting(Patient::id).containsExactly("p3", "p4");
    }

    @Test
    void findsAPatientByTheWholeAddress() {
        register.add(reachable("p1", "Maria@Example.org"));
        register.add(reachable("p2", "other@example.org"));

        assertThat(byEmail("maria@example.ORG")).extracting(Patient::id).containsExactly("p1");
        assertThat(byEmail("maria@example")).isEmpty();
    }

    @Test
    void showsPatientsOfTheAskedSitesOnly() {
        register.add(patient("p1", "Ana", "Adams", 1).knownAt(List.of("riverside")));
        register.add(patient("p2", "Ana", "Adams", 1).knownAt(List.of("harbor", "hill")));
        register.add(patient("p3", "Ana", "Adams", 1));

        assertThat(of("riverside")).extracting(Patient::id).containsExactly("p1", "p3");
        assertThat(of("hill")).extracting(Patient::id).containsExactly("p2", "p3");
        assertThat(of()).isEmpty();
        register.knownAt("p1", "hill");
        register.knownAt("p1", "hill");
        assertThat(of("hill")).extracting(Patient::id).containsExactly("p1", "p2", "p3");
        assertThat(register.patient("p1").orElseThrow().siteIds()).containsExactly("riverside", "hill");
    }

    @Test
    void nothingThatIsStoredCanBeRead() {
        register.add(reachable("p1", "maria@example.org"));
        register.replace(reachable("p1", "sousa@example.org").atVersions(2, 2, 2), 1, null);

        assertThat(document("p1").toJson())
                .doesNotContainIgnoringCase("maria")
                .doesNotContainIgnoringCase("sousa")
                .doesNotContain("example.org")
                .doesNotContain("555 0142")
                .doesNotContain("1985-04-12");
    }

    @Test
    void whoIsErasedIsGoneForGood() {
        register.add(reachable("p1", "maria@example.org"));
        Binary sealed = document("p1").get("sealed", Binary.class);

        assertThat(register.erase("p1", 2, event("e1"))).isFalse();
        assertThat(register.erase("p1", 1, event("e1"))).isTrue();
        assertThat(register.finishErasures(id -> {})).isEqualTo(1);
        assertThat(register.finishErasures(id -> {})).isZero();

        assertThat(register.patient("p1")).isEmpty();
        assertThat(search("", null, 10)).isEmpty();
        assertThat(register.erase("p1", 2, event("e2"))).isFalse();
        assertThat(document("p1")).doesNotContainKeys("sealed", "nameTokens", "emailToken", "sites");
        assertThat(document("p1").getList("outbox", Document.class)).hasSize(1);
        assertThatExceptionOfType(KeyDestroyedException.class)
                .isThrownBy(() -> TestEncryption.ofAnotherProcess().patients().open("p1", sealed.getData()));
    }

    @Test
    void anErasureStaysOpenUntilEverythingIsForgotten() {
        register.add(reachable("p1", "maria@example.org"));
        register.erase("p1", 1, event("e1"));
        List<String> forgotten = new ArrayList<>();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> register.finishErasures(id -> {
                    throw new IllegalStateException("the process dies here");
                }));
        assertThat(register.finishErasures(forgotten::add)).isEqualTo(1);
        assertThat(register.finishErasures(forgotten::add)).isZero();

        assertThat(forgotten).containsExactly("p1");
    }

    @Test
    void findsAPatientUnderTheNewNameAfterAChange() {
        register.add(patient("p1", "Maria", "Sousa", 1));
        register.replace(patient("p1", "Maria", "Silva", 2), 1, null);

        assertThat(search("silva", null, 10)).hasSize(1);
        assertThat(search("sousa", null, 10)).isEmpty();
    }

    private Document document(String id) {
        return database.getCollection("patients").find(Filters.eq("_id", id)).first();
    }

    private static OutboxEvent event(String id) {
        return new OutboxEvent(id, "io.dendrite.patient.contact-changed.v1", "p1", "p1", NOON, "00-t-s-01", "{}");
    }

    private static Patient patient(String id, String given, String family, long version) {
        return new Patient(
                id, given, family, LocalDate.of(1985, 4, 12), null, null, "en", false, List.of("*"), version, 1);
    }

    private List<Patient> search(String name, String afterId, int limit) {
        return register.search(new PatientQuery(SiteScope.of(List.of("*")), name, null, afterId, limit));
    }

    private List<Patient> byEmail(String email) {
        return register.search(new PatientQuery(SiteScope.of(List.of("*")), "", email, null, 10));
    }

    private List<Patient> of(String... sites) {
        return register.search(new PatientQuery(SiteScope.of(List.of(sites)), "", null, null, 10));
    }

    private static Patient reachable(String id, String email) {
        return new Patient(
                id,
                "Maria",
                "Sousa",
                LocalDate.of(1985, 4, 12),
                email,
                "+1 503 555 0142",
                "en",
                true,
                List.of("*"),
                1,
                1);
    }
}
