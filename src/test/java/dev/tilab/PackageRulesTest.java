package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.tilab.broken.back.Back;
import dev.tilab.broken.there.There;
import dev.tilab.home.broken.PublicPage;
import dev.tilab.labs.broken.PublicPart;
import org.junit.jupiter.api.Test;

/** Each rule is shown what breaks it: a pattern that fits no package passes for ever. */
class PackageRulesTest {

    @Test
    void everyRuleSeesWhatBreaksIt() {
        assertThat(reports(PackageRules.noCircle, There.class, Back.class)).contains("Slice tilab.broken");
        assertThat(reports(PackageRules.publicIsWhatOthersUse, PublicPart.class))
                .contains("PublicPart is public");
        assertThat(reports(PackageRules.pagesShowNothing, PublicPage.class)).contains("PublicPage");
        assertThat(reports(PackageRules.aLabShowsItselfItsScenarioAndItsFigures, PublicPart.class))
                .contains("PublicPart");
    }

    private static String reports(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .toString();
    }
}
