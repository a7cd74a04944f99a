package io.dendrite.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dendrite.gateway");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access",
                "backend",
                "client",
                "connection",
                "correlation",
                "header",
                "problem",
                "quota",
                "request",
                "start"
            })
    void modelsArePlainJavaAndKnowOnlyTheirOwnFeature(String feature) {
        String model = "io.dendrite.gateway." + feature + ".model";
        // Any setting can be a reason not to start.
        String refusal = "io.dendrite.gateway.start.model";
        classes()
                .that()
                .resideInAPackage(model)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", model, refusal)
                .check(GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access",
                "backend",
                "client",
                "connection",
                "correlation",
                "header",
                "problem",
                "quota",
                "request",
                "start"
            })
    void featuresKnowOnlyEachOthersModels(String feature) {
        String own = "io.dendrite.gateway." + feature + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage("io.dendrite.gateway.*.*")
                        .and(not(resideInAPackage("io.dendrite.gateway.*.model")))
                        .and(not(resideInAPackage(own))))
                .check(GATEWAY);
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("io.dendrite.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }
}
