package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.tilab.cloud.broken.BrokenModels;
import dev.tilab.cloud.broken.SoundModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A rule that never sees anything passes for ever: each is shown models that break it, and one that breaks none. */
class ModelRulesTest {

    private static final Map<ArchRule, List<String>> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put(
                ModelRules.readNoClock,
                List.of("Now", "Today", "NowByReference", "Nanos", "Millis", "OldDate", "AnyClock"));
        BROKEN.put(ModelRules.takeNoChance, List.of("OldRandom", "Splittable", "OfTheThread", "Unique", "Shuffled"));
        BROKEN.put(ModelRules.computeToTheLastBit, List.of("Sine", "Power", "LogarithmByReference"));
        BROKEN.put(
                ModelRules.keepAnOrder,
                List.of(
                        "SetOf",
                        "SetCopy",
                        "HashedSet",
                        "HashedSetByReference",
                        "MapOf",
                        "MapOfEntries",
                        "HashedMap",
                        "Gathered",
                        "Grouped",
                        "AddressOfAnObject",
                        "AddressOfAConstant"));
        BROKEN.put(
                ModelRules.runOnOneThread,
                List.of("ParallelStream", "ParallelRange", "ParallelSort", "AnotherThread", "Future"));
        BROKEN.put(ModelRules.askNothingOfTheMachine, List.of("MachinesLocale", "MachinesNumbers", "MachinesZone"));
        BROKEN.put(
                ModelRules.leaveNothingBehind,
                List.of("Counter", "AtomicCounter", "SharedList", "SharedTable", "SharedState"));
    }

    private static final JavaClasses MODELS =
            new ClassFileImporter().importPackagesOf(BrokenModels.class, SoundModel.class);

    @Test
    void everyRuleSeesWhatBreaksItAndNothingElse() {
        BROKEN.forEach((rule, broken) -> {
            TreeSet<String> reported = new TreeSet<>();
            for (JavaClass type : MODELS) {
                JavaClasses alone = MODELS.that(DescribedPredicate.equalTo(type));
                if (rule.evaluate(alone).hasViolation()) {
                    reported.add(type.getSimpleName());
                }
            }
            assertThat(reported).as(rule.getDescription()).containsExactlyElementsOf(new TreeSet<>(broken));
        });
    }

    /** Guards against a model that is written here and that no rule is asked about. */
    @Test
    void everyBrokenModelBreaksARule() {
        List<String> asked = BROKEN.values().stream().flatMap(List::stream).toList();

        assertThat(MODELS.stream().map(JavaClass::getSimpleName).filter(name -> !name.isEmpty()))
                .containsAll(asked)
                .filteredOn(name -> !asked.contains(name))
                .containsExactlyInAnyOrder("BrokenModels", "SoundModel", "Kind", "State");
    }
}
