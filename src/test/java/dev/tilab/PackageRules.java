package dev.tilab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What a package shows to the others, and that they do not lean on each other in a circle. {@link PackageRulesTest} breaks each. */
final class PackageRules {

    /** Of two packages that need each other neither can be understood, tested or moved alone. */
    @ArchTest
    static final ArchRule noCircle = slices().matching("dev.(**)").should().beFreeOfCycles();

    /**
     * A type that is public and that nobody else uses is a promise nobody asked for. Components are not asked: they are offered to
     * labs that are still to come.
     */
    @ArchTest
    static final ArchRule publicIsWhatOthersUse = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackage("dev.tilab.cloud..")
            .and()
            .doNotHaveFullyQualifiedName(TilabApplication.class.getName())
            // Made by Tomcat, which knows its name.
            .and()
            .doNotHaveFullyQualifiedName("dev.tilab.support.SlowReadersProtocol")
            // A lab's scenario and what its runs found are named by nobody: pages read them through Lab, and by
            // reflection.
            .and()
            .haveNameNotMatching("dev\\.tilab\\.labs\\..*(Scenario|Summary|Replications)")
            .should(new ArchCondition<>("be used by another package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean used = type.getDirectDependenciesToSelf().stream()
                            .anyMatch(dependency ->
                                    !dependency.getOriginClass().getPackage().equals(type.getPackage()));
                    if (!used) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " is public, and only its own package uses it"));
                    }
                }
            });

    /** Pages and APIs are reached by address. */
    @ArchTest
    static final ArchRule pagesShowNothing = noClasses()
            .that()
            .resideInAnyPackage("dev.tilab.home..", "dev.tilab.labweb..", "dev.tilab.journal.web..")
            .and()
            .areTopLevelClasses()
            .should()
            .haveModifier(JavaModifier.PUBLIC);

    /** A lab is used as any other: by its list, through {@code Lab}. */
    @ArchTest
    static final ArchRule aLabShowsItselfItsScenarioAndItsFigures = classes()
            .that()
            .resideInAPackage("dev.tilab.labs.*..")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Lab")
            .orShould()
            .haveSimpleNameEndingWith("Scenario")
            .orShould()
            .haveSimpleNameEndingWith("Summary")
            .orShould()
            .haveSimpleNameEndingWith("Replications");

    private PackageRules() {}
}
