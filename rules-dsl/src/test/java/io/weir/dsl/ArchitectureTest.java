package io.weir.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in this module. */
@AnalyzeClasses(packages = "io.weir.dsl", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MODULE_KNOWS_NO_RUNTIME = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "java.net.http..",
                    "io.javalin..",
                    "org.mvel2..",
                    "io.weir.engine..",
                    "io.weir.models..",
                    "io.weir.admin..",
                    "io.weir.cli..");

    @ArchTest
    static final ArchRule PACKAGES_KNOW_WHAT_IS_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("assist")
            .definedBy("io.weir.dsl.assist")
            .layer("door")
            .definedBy("io.weir.dsl")
            .layer("check")
            .definedBy("io.weir.dsl.check")
            .layer("parse")
            .definedBy("io.weir.dsl.parse")
            .layer("format")
            .definedBy("io.weir.dsl.format")
            .layer("explain")
            .definedBy("io.weir.dsl.explain")
            .layer("json")
            .definedBy("io.weir.dsl.json")
            .layer("syntax")
            .definedBy("io.weir.dsl.syntax")
            .layer("diagnostic")
            .definedBy("io.weir.dsl.diagnostic")
            .layer("plan")
            .definedBy("io.weir.dsl.plan")
            .layer("contract")
            .definedBy("io.weir.dsl.contract")
            .whereLayer("assist")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("door")
            .mayOnlyBeAccessedByLayers("assist")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("door", "assist")
            .whereLayer("parse")
            .mayOnlyBeAccessedByLayers("json", "door", "assist")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("door")
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers("assist")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("json", "door")
            .whereLayer("syntax")
            .mayOnlyBeAccessedByLayers("parse", "format", "json", "check", "door", "assist")
            .whereLayer("diagnostic")
            .mayOnlyBeAccessedByLayers("syntax", "parse", "format", "json", "check", "door", "assist")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("door");

    @ArchTest
    static final ArchRule PLAN_KNOWS_NO_TEXT = noClasses()
            .that()
            .resideInAPackage("io.weir.dsl.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.weir.dsl.syntax", "io.weir.dsl.parse", "io.weir.dsl.check", "io.weir.dsl.contract");
}
