package io.weir.samples.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.weir",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class IndependenceTest {

    @ArchTest
    static final ArchRule service_knowsKafkaJacksonAndTheJdkAlone = classes()
            .that()
            .resideInAPackage("io.weir.samples.notifier")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.weir.samples.notifier",
                    "org.apache.kafka.clients..",
                    "org.apache.kafka.common..",
                    "com.fasterxml.jackson..",
                    "org.jspecify.annotations",
                    "com.sun.net.httpserver",
                    "java..",
                    "javax.crypto..");
}
