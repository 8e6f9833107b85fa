package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that is read and then forgotten is a field of the form that does nothing, and nothing else notices. */
class LabParametersTest {

    /** Runs that cost more are not needed to see a difference. */
    private static final long WORTH_RUNNING_NANOS = 500_000_000L;

    /** What only its lab can read, and means something: whoever adds such a parameter says one here. */
    private static final Map<String, String> TEXTS = Map.of(
            "schedule", "30 9 * * * 9",
            "targets", "login 2+2; api 1+1",
            "albListeners", "HTTP:8080",
            "albRules", "default login",
            "nlbListeners", "TCP:80 api",
            "clbListeners", "TCP:80");

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    <S extends Scenario> void everyParameterChangesWhatSomeRunSays(Lab<S> lab) {
        assertThat(lab.parameters().stream()
                        .filter(parameter -> situations(lab).noneMatch(situation -> changes(lab, situation, parameter)))
                        .map(Parameter::id))
                .as("change no run")
                .isEmpty();
    }

    /** The presets, then the first of them struck by each thing that can be done and in each way of what can be chosen. */
    private static Stream<Map<String, String>> situations(Lab<?> lab) {
        Map<String, String> first = lab.presets().get(0).values();
        Stream<Map<String, String>> struck =
                lab.actions().stream().map(action -> with(first, "at", "30s:" + Reach.done(action)));
        Stream<Map<String, String>> chosen = lab.parameters().stream()
                .flatMap(each -> each.options().stream().map(option -> with(first, each.id(), option)));
        return Stream.of(lab.presets().stream().map(Preset::values), struck, chosen)
                .flatMap(each -> each);
    }

    private static Map<String, String> with(Map<String, String> situation, String parameter, String value) {
        Map<String, String> values = new HashMap<>(situation);
        values.put(parameter, value);
        return values;
    }

    private static <S extends Scenario> boolean changes(
            Lab<S> lab, Map<String, String> situation, Parameter parameter) {
        return Stream.concat(
                                Stream.of(situation),
                                others(parameter).map(value -> with(situation, parameter.id(), value)))
                        .flatMap(values -> affordable(lab, values).stream())
                        .map(scenario -> RunBytes.digest(lab, List.of(scenario)))
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private static Stream<String> others(Parameter parameter) {
        return switch (parameter.type()) {
            case CHOICE, CHOICES -> parameter.options().stream();
            case TEXT -> Stream.of(Objects.requireNonNull(TEXTS.get(parameter.id()), parameter.id()));
            case DECIMALS -> Stream.of(parameter.min(), parameter.min() + "," + parameter.max());
            case INTERVENTIONS -> Stream.of("");
            default ->
                Stream.of(parameter.min(), parameter.max(), parameter.defaultValue())
                        .filter(value -> !value.isEmpty());
        };
    }

    private static <S extends Scenario> Optional<S> affordable(Lab<S> lab, Map<String, String> values) {
        try {
            S scenario = lab.scenario(values);
            return lab.cost(scenario).timelineNanos() < WORTH_RUNNING_NANOS ? Optional.of(scenario) : Optional.empty();
        } catch (InvalidScenarioException impossibleTogether) {
            return Optional.empty();
        }
    }
}
