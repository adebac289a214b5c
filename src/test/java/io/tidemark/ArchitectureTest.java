package io.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// The arrows between the packages.
@AnalyzeClasses(packages = "io.tidemark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule metricKnowsNothing = only("metric");

    @ArchTest
    static final ArchRule wordsKnowMetric = only("words", "metric");

    @ArchTest
    static final ArchRule languageKnowsWordsAndMetric = only("language", "words", "metric");

    @ArchTest
    static final ArchRule frameKnowsMetric = only("frame", "metric");

    @ArchTest
    static final ArchRule analyticsKnowsFrameWordsAndMetric = only("analytics", "words", "frame", "metric");

    @ArchTest
    static final ArchRule ledgerKnowsFrameLanguageWordsAndMetric =
            only("ledger", "language", "words", "frame", "metric");

    @ArchTest
    static final ArchRule deriveKnowsLedgerAndAnalytics =
            only("derive", "ledger", "analytics", "frame", "words", "metric");

    @ArchTest
    static final ArchRule collectKnowsTheFaceOfTheLedger =
            only("collect", "ledger", "language", "words", "frame", "metric");

    @ArchTest
    static final ArchRule tenancyKnowsTheLedger = only("tenancy", "ledger", "words");

    @ArchTest
    static final ArchRule serveDoesNotWire =
            only("serve", "tenancy", "collect", "analytics", "ledger", "language", "words", "frame", "metric");

    @ArchTest
    static final ArchRule nothingGoesInACircle = SlicesRuleDefinition.slices()
            .matching("io.tidemark.(*)..")
            .should()
            .beFreeOfCycles()
            .because("data flows one way");

    @ArchTest
    static final ArchRule onlyTheLedgerSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.ledger..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..", "com.zaxxer.."))
            .because("every statement must name its business, and only one package is checked for that");

    @ArchTest
    static final ArchRule numbersKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.tidemark.metric..", "io.tidemark.words..", "io.tidemark.frame..", "io.tidemark.analytics..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "tools.jackson..", "jakarta.."))
            .because("the analytics are plain functions over arrays, wherever these came from");

    @ArchTest
    static final ArchRule theServerOfTheLedgerIsOpenedByTheAppAlone = noClasses()
            .that()
            .resideOutsideOfPackages("io.tidemark.app..", "io.tidemark.ledger.server..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.tidemark.ledger.server.."))
            .because("where the database runs is a matter of wiring");

    @ArchTest
    static final ArchRule webStaysInServe = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.serve..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "org.springframework.web.."))
            .because("commands run without a web server");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("an object is complete once it is made");

    private static ArchRule only(String name, String... others) {
        String[] allowed = new String[others.length + 2];
        allowed[0] = "io.tidemark." + name + "..";
        allowed[1] = "io.tidemark.none";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 2] = "io.tidemark." + others[i] + "..";
        }
        return classes()
                .that()
                .resideInAPackage("io.tidemark." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage("io.tidemark.."))))
                .allowEmptyShould(true)
                .because("data flows one way: " + name + " knows "
                        + (others.length == 0 ? "nothing else" : String.join(", ", others) + " and nothing else"));
    }
}
