package io.dendrite.notification;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may know what. The rules name what is allowed, so a misspelt package makes them fail, not pass. */
class ArchitectureTest {

    private static final String ROOT = "io.dendrite.notification.";
    private static final String[] ADAPTERS = {
        "..mongo..",
        "..kafka..",
        "..web..",
        "..mail..",
        "..ical4j..",
        "..encryption..",
        "..http..",
        "..webhook..",
        "..imap..",
        "..bucket4j..",
        "..micrometer.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dendrite.notification");

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "delivery", "calendarfile", "site", "page", "digest", "mailbox"})
    void modelsKnowOnlyJavaAndThemselves(String feature) {
        String model = ROOT + feature + ".model..";

        classes()
                .that()
                .resideInAPackage(model)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", model)
                .check(CLASSES);
    }

    @Test
    void useCasesKnowNoTechnologyButTheContainerThatHoldsThem() {
        classes()
                .that()
                .resideInAPackage("..application..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.springframework.stereotype..",
                        "org.springframework.context..",
                        "org.springframework.scheduling.annotation..",
                        "org.springframework.boot.context.properties..",
                        "io.dendrite.notification.*.application..",
                        "io.dendrite.notification.*.model..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "delivery", "calendarfile", "site", "page", "digest", "mailbox"})
    void featuresDoNotReachIntoEachOthersAdapters(String feature) {
        String own = ROOT + feature + "..";

        noClasses()
                // Except for what runs commands of theirs instead of the service.
                .that(not(resideInAnyPackage(own)).and(not(equivalentTo(NotificationApplication.class))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(own).and(resideInAnyPackage(ADAPTERS)))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.mongo",
                "ledger.kafka",
                "ledger.web",
                "delivery.mail",
                "delivery.encryption",
                "calendarfile.ical4j",
                "delivery.web",
                "delivery.bucket4j",
                "delivery.micrometer",
                "delivery.webhook",
                "digest.mongo",
                "mailbox.imap",
                "site.mongo",
                "site.web",
                "page.mongo",
                "page.http",
                "page.web"
            })
    void adaptersDoNotKnowEachOther(String adapter) {
        String own = ROOT + adapter + "..";

        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                        .and(resideInAnyPackage("io.dendrite.notification.."))
                        .and(not(resideInAnyPackage(own))))
                .check(CLASSES);
    }
}
