package io.weir.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom, across modules: ARCHITECTURE.md in a form that fails. */
@AnalyzeClasses(packages = "io.weir", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

    private static final String DSL = "io.weir.dsl..";
    private static final String MODELS = "io.weir.models..";
    private static final String ENGINE = "io.weir.engine..";
    private static final String EVALUATE = "io.weir.engine.evaluate..";
    private static final String INDEX = "io.weir.engine.index..";
    private static final String ADMIN = "io.weir.admin..";
    private static final String CLI = "io.weir.cli..";
    private static final String SAMPLES = "io.weir.samples..";
    private static final String LOCAL_KAFKA = "io.weir.localkafka..";

    @ArchTest
    static final ArchRule dsl_knowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(DSL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MODELS, ENGINE, ADMIN, CLI, SAMPLES, LOCAL_KAFKA);

    @ArchTest
    static final ArchRule dsl_knowsNoFlinkNoKafkaNoHttp = noClasses()
            .that()
            .resideInAPackage(DSL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "io.javalin..", "java.net.http..");

    @ArchTest
    static final ArchRule models_knowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage(MODELS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DSL, ENGINE, ADMIN, CLI, SAMPLES, LOCAL_KAFKA);

    @ArchTest
    static final ArchRule engine_usesDslAndModelsAlone = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADMIN, CLI, SAMPLES, LOCAL_KAFKA);

    @ArchTest
    static final ArchRule admin_usesOfTheEngineEvaluationAlone = noClasses()
            .that()
            .resideInAPackage(ADMIN)
            .should()
            .dependOnClassesThat(
                    in(ENGINE).and(notIn(EVALUATE)).or(in(CLI)).or(in(SAMPLES)).or(in(LOCAL_KAFKA)));

    @ArchTest
    static final ArchRule commandLine_isUsedByNothing = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule samplesAndLocalKafka_areUsedByTheCommandLineAlone = noClasses()
            .that()
            .resideOutsideOfPackages(CLI, SAMPLES, LOCAL_KAFKA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SAMPLES, LOCAL_KAFKA);

    @ArchTest
    static final ArchRule streaming_staysInTheOperators = noClasses()
            .that(in("io.weir..")
                    .and(notIn("io.weir.engine.operator.."))
                    .and(notIn("io.weir.engine.kafka.."))
                    .and(notIn("io.weir.engine.state.."))
                    .and(notIn(CLI))
                    .and(notNamed("io.weir.engine.WeirJob"))
                    .and(notNamed("io.weir.engine.EnrichJob")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink.streaming..");

    @ArchTest
    static final ArchRule evaluation_isPlainJava = noClasses()
            .that()
            .resideInAnyPackage(EVALUATE, INDEX)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule mvel_isReachedFromEvaluationAlone = noClasses()
            .that()
            .resideOutsideOfPackage(EVALUATE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mvel2..");

    @ArchTest
    static final ArchRule http_staysInItsPackage = noClasses()
            .that()
            .resideInAPackage(ADMIN)
            .and()
            .resideOutsideOfPackage("io.weir.admin.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule packages_ofOneModule_haveNoCycles =
            slices().matching("io.weir.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_sayWhatTheyAre = classes()
            .that()
            .resideInAPackage("io.weir..")
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");

    private static DescribedPredicate<JavaClass> in(String packages) {
        return JavaClass.Predicates.resideInAPackage(packages);
    }

    private static DescribedPredicate<JavaClass> notIn(String packages) {
        return JavaClass.Predicates.resideOutsideOfPackage(packages);
    }

    private static DescribedPredicate<JavaClass> notNamed(String name) {
        return DescribedPredicate.not(JavaClass.Predicates.belongTo(DescribedPredicate.describe(
                "class " + name, type -> type.getName().equals(name))));
    }
}
