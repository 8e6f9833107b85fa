package dev.tilab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom (docs/adr/0001): the core stays free of frameworks, features stay free of each other. */
@AnalyzeClasses(packages = "dev.tilab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreUsesTheJdkAndNumericLibrariesOnly = classes()
            .that()
            .resideInAnyPackage(ModelRules.MODELS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.HdrHistogram..",
                    "dev.tilab.simulation..",
                    "dev.tilab.cloud..",
                    "dev.tilab.labs..");

    @ArchTest
    static final ArchTests aRunFollowsFromItsScenarioAlone = ArchTests.in(ModelRules.class);

    @ArchTest
    static final ArchTests packagesShowLittleAndLeanOnEachOtherInOneDirection = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchRule theTimelineKnowsNothingElse = classes()
            .that()
            .resideInAPackage("dev.tilab.simulation.timeline..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.HdrHistogram..", "dev.tilab.simulation.timeline..");

    @ArchTest
    static final ArchRule theEngineKnowsNoLab = noClasses()
            .that()
            .resideInAPackage("dev.tilab.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tilab.labs..", "dev.tilab.cloud..");

    /** Components are what labs are built from: one that knew a lab could be built by no other. */
    @ArchTest
    static final ArchRule theCloudKnowsNoLab = noClasses()
            .that()
            .resideInAPackage("dev.tilab.cloud..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tilab.labs..");

    @ArchTest
    static final ArchRule noLabKnowsAnother =
            slices().matching("dev.tilab.labs.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule theJournalKnowsNoLab = noClasses()
            .that()
            .resideInAPackage("dev.tilab.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tilab.labs..", "dev.tilab.simulation..", "dev.tilab.labweb..");

    @ArchTest
    static final ArchRule theTemplateIsReadWithoutAFramework = classes()
            .that()
            .resideInAPackage("dev.tilab.journal.template..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.tilab.journal.template..");

    @ArchTest
    static final ArchRule textsAreDrawnWithoutKnowingWhatADayIs = noClasses()
            .that()
            .resideInAPackage("dev.tilab.journal.markdown..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tilab.journal", "dev.tilab.journal.template..", "dev.tilab.journal.web..");

    @ArchTest
    static final ArchRule nobodyImportsAPage = noClasses()
            .that()
            .resideOutsideOfPackages("dev.tilab.home..", "dev.tilab.labweb..", "dev.tilab.journal.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tilab.home..", "dev.tilab.labweb..", "dev.tilab.journal.web..");

    @ArchTest
    static final ArchRule sharedSupportKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("dev.tilab.support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tilab.home..", "dev.tilab.labweb..", "dev.tilab.journal..", "dev.tilab.labs..");
}
