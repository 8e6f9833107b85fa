package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Decimals;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How far the random scenarios of a lab's tests reach: a strategy or an action that they never draw is a tested one by name only. */
public final class Reach {

    private Reach() {}

    /** Every strategy, policy or topology that can be compared is in one of the scenarios. */
    public static void reachesEveryLane(Lab<?> lab, Stream<? extends Scenario> scenarios) {
        List<? extends Scenario> all = scenarios.toList();
        of(lab, Parameter.Type.CHOICES)
                .forEach(
                        parameter -> assertThat(words(all, parameter.id(), ",")).containsAll(parameter.options()));
    }

    /** Everything that can be done is done in one of the scenarios. */
    public static void reachesEveryAction(Lab<?> lab, Stream<? extends Scenario> scenarios) {
        List<? extends Scenario> all = scenarios.toList();
        of(lab, Parameter.Type.INTERVENTIONS)
                .forEach(parameter -> assertThat(words(all, parameter.id(), "[,:]"))
                        .containsAll(lab.actions().stream().map(Action::id).toList()));
    }

    /** An action as an address carries it, but for its time: done to the first thing that it can be done to, as a click means it. */
    public static String done(Action action) {
        String subject = action.subjects().isEmpty()
                ? action.subject() + "-1"
                : action.subjects().get(0);
        String value = action.hasValue() ? ":" + Decimals.text(BigDecimal.valueOf(action.defaultValue())) : "";
        return action.id() + ":" + subject + value;
    }

    private static List<Parameter> of(Lab<?> lab, Parameter.Type type) {
        List<Parameter> parameters =
                lab.parameters().stream().filter(each -> each.type() == type).toList();
        assertThat(parameters).isNotEmpty();
        return parameters;
    }

    private static Set<String> words(List<? extends Scenario> scenarios, String parameter, String separators) {
        Set<String> words = new TreeSet<>();
        scenarios.forEach(scenario ->
                words.addAll(List.of(scenario.values().get(parameter).split(separators))));
        return words;
    }
}
