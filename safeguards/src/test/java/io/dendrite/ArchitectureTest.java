package io.dendrite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rings of the features in this module. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dendrite.access", "io.dendrite.audit", "io.dendrite.encryption");

    @Test
    void modelsKnowNothingButJavaAndThemselves() {
        for (String feature : new String[] {"access", "audit"}) {
            String model = "io.dendrite." + feature + ".model..";
            classes()
                    .that()
                    .resideInAPackage(model)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", model))
                    .check(CLASSES);
        }
    }

    @Test
    void theApplicationRingKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAPackage("io.dendrite.*.application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.dendrite.*.web..",
                        "io.dendrite.*.mongo..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.springframework.web..",
                        "org.springframework.security..",
                        "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void accessDoesNotKnowMongo() {
        noClasses()
                .that()
                .resideInAPackage("io.dendrite.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "io.dendrite.audit.mongo..")
                .check(CLASSES);
    }
}
