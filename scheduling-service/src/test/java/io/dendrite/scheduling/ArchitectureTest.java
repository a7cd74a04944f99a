package io.dendrite.scheduling;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rings and the borders between features. Whatever has a package here is a feature; new ones are covered at once. */
class ArchitectureTest {

    private static final String ROOT = "io.dendrite.scheduling";
    private static final List<String> TECHNOLOGIES = List.of("web", "mongo", "kafka", "mail", "json", "micrometer");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Set<String> features() {
        Set<String> features = new TreeSet<>();
        CLASSES.forEach(type -> {
            String[] below = type.getPackageName().substring(ROOT.length()).split("\\.", -1);
            if (below.length > 2) {
                features.add(below[1]);
            }
        });
        return features;
    }

    static Set<String> featuresWithModel() {
        Set<String> features = features();
        features.removeIf(feature ->
                CLASSES.stream().noneMatch(type -> type.getPackageName().startsWith(ROOT + "." + feature + ".model")));
        return features;
    }

    @Test
    void theRulesSeeTheFeatures() {
        assertThat(features()).contains("clinic", "idempotency", "patient", "problem", "treatment");
        assertThat(featuresWithModel()).contains("clinic", "patient", "treatment");
    }

    @ParameterizedTest
    @MethodSource("featuresWithModel")
    void aModelKnowsNothingButJavaAndItself(String feature) {
        String model = ROOT + "." + feature + ".model..";

        classes()
                .that()
                .resideInAPackage(model)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", model))
                .check(CLASSES);
    }

    @Test
    void theApplicationRingKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*.application..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(adapters("*"))
                        .or(resideInAnyPackage(
                                ROOT + ".mongo..",
                                "com.mongodb..",
                                "org.bson..",
                                "org.apache.kafka..",
                                "org.springframework.kafka..",
                                "org.springframework.web..",
                                "jakarta.servlet..")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("features")
    void noOtherFeatureReachesIntoTheAdaptersOfOne(String feature) {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + "." + feature + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(adapters(feature)))
                .check(CLASSES);
    }

    @Test
    void oneTechnologyDoesNotKnowAnother() {
        for (String one : TECHNOLOGIES) {
            String[] others = TECHNOLOGIES.stream()
                    .filter(other -> !other.equals(one))
                    .map(other -> ROOT + ".*." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".*." + one + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..infrastructure..", "..impl..")
                .check(CLASSES);
    }

    private static String[] adapters(String feature) {
        return TECHNOLOGIES.stream()
                .map(technology -> ROOT + "." + feature + "." + technology + "..")
                .toArray(String[]::new);
    }
}
