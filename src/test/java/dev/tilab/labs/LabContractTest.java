package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lab promises to pages, API and player, whatever it simulates. Each of its presets is a case. */
class LabContractTest {

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    static Stream<Arguments> presets() {
        return labs().flatMap(lab -> lab.presets().stream().map(preset -> Arguments.of(lab, preset)));
    }

    /** Guards against a parameter that no form shows, or that two groups show, and against a group of what does not exist. */
    @ParameterizedTest
    @MethodSource("labs")
    void everyParameterIsInOneGroupOfTheForm(Lab<?> lab) {
        assertThat(lab.groups().stream().flatMap(group -> group.parameters().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        lab.parameters().stream().map(Parameter::id).toList());
        assertThat(lab.groups()).extracting(ParameterGroup::id).doesNotHaveDuplicates();
        assertThat(lab.groups()).anyMatch(ParameterGroup::isOpen);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aLabIsFoundByAnIdThatFitsIntoAnAddress(Lab<?> lab) {
        assertThat(lab.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Labs.find(lab.id())).containsSame(lab);
        assertThat(Labs.all().stream().map(Lab::id)).doesNotHaveDuplicates();
        assertThat(Labs.find("no-such-lab")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void parametersHaveTheirDefaultsInCanonicalSpelling(Lab<?> lab) {
        Map<String, String> defaults = new LinkedHashMap<>();
        lab.parameters().forEach(parameter -> defaults.put(parameter.id(), parameter.defaultValue()));

        assertThat(lab.scenario(Map.of()).values()).containsExactlyEntriesOf(defaults);
        assertThat(lab.scenario(Map.of("seed", " ")).values()).containsExactlyEntriesOf(defaults);
        assertThat(lab.parameters())
                .extracting(Parameter::id)
                .doesNotHaveDuplicates()
                .contains("seed", "duration");
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyWrongParameterIsNamedAtOnceInTheOrderOfTheParameters(Lab<?> lab) {
        Map<String, String> wrong = new HashMap<>(Map.of("zebra", "1", "Ärger", "<b>"));
        lab.parameters().forEach(parameter -> wrong.put(parameter.id(), "?"));

        InvalidScenarioException thrown =
                catchThrowableOfType(InvalidScenarioException.class, () -> lab.scenario(wrong));

        List<String> expected =
                new ArrayList<>(lab.parameters().stream().map(Parameter::id).toList());
        expected.addAll(List.of("zebra", "Ärger"));
        // of a text of several rules each fault is named, one after the other
        assertThat(thrown.problems().stream().map(Problem::parameter).distinct())
                .containsExactlyElementsOf(expected);
        assertThat(thrown.problems())
                .isSortedAccordingTo(Comparator.comparingInt(problem -> expected.indexOf(problem.parameter())));
        assertThat(thrown.problems())
                .allSatisfy(problem -> assertThat(problem.value()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void presetsAreDifferentSituations(Lab<?> lab) {
        assertThat(lab.presets()).isNotEmpty();
        assertThat(lab.presets()).extracting(Preset::id).doesNotHaveDuplicates();
        assertThat(lab.presets().stream().map(preset -> lab.scenario(preset.values())))
                .doesNotHaveDuplicates();
    }

    /** Guards against a page that opens, or waits, beyond the end of its run. */
    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void aPresetOpensWithinItsRun(Lab<S> lab, Preset preset) {
        Timeline timeline = lab.timeline(lab.scenario(preset.values()));

        assertThat(preset.opening().toMicros()).isLessThan(timeline.durationMicros());
    }

    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void aScenarioIsReadBackFromItsValues(Lab<S> lab, Preset preset) {
        S scenario = lab.scenario(preset.values());

        S again = lab.scenario(scenario.values());

        assertThat(again).isEqualTo(scenario).hasSameHashCodeAs(scenario);
        assertThat(again.values()).containsExactlyEntriesOf(scenario.values());
        assertThat(scenario.values().keySet())
                .containsExactlyElementsOf(
                        lab.parameters().stream().map(Parameter::id).toList());
    }

    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void theSameScenarioGivesTheSameRunAndAnotherSeedAnother(Lab<S> lab, Preset preset) {
        S scenario = lab.scenario(preset.values());
        Map<String, String> otherSeed = new HashMap<>(scenario.values());
        otherSeed.merge("seed", "1", (seed, one) -> Long.toString(Long.parseLong(seed) + Long.parseLong(one)));

        assertThat(lab.summary(lab.scenario(scenario.values()))).isEqualTo(lab.summary(scenario));
        assertThat(numbers(lab.timeline(lab.scenario(scenario.values())))).isEqualTo(numbers(lab.timeline(scenario)));
        assertThat(numbers(lab.timeline(lab.scenario(otherSeed)))).isNotEqualTo(numbers(lab.timeline(scenario)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void aTimelineIsWhatThePlayerExpects(Lab<S> lab, Preset preset) {
        Timeline timeline = lab.timeline(lab.scenario(preset.values()));

        assertThat(timeline.shared())
                .extracting(Table::name)
                .doesNotHaveDuplicates()
                .contains("marks");
        assertThat(timeline.facts().get("lanes")).hasSameSizeAs(timeline.lanes());
        assertThat(timeline.lanes())
                .extracting(Table::rows)
                .containsOnly(timeline.shared().get(0).rows());
        tables(timeline).forEach(table -> {
            assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
            table.columns().forEach(column -> isWellFormed(column, timeline));
        });
    }

    private static void isWellFormed(Column column, Timeline timeline) {
        List<String> words = timeline.dictionaries().get(column.name());
        for (int row = 0; row < column.values().length; row++) {
            long value = column.values()[row];
            if (words != null && (value < 0 || value >= words.size())) {
                throw new AssertionError(column.name() + " has no word for " + value);
            }
            if (column.ascending() && row > 0 && value < column.values()[row - 1]) {
                throw new AssertionError(column.name() + " falls at row " + row);
            }
        }
    }

    /** Guards against a NaN or an object that JSON would show as something surprising. */
    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void aSummaryHoldsOnlyWhatJsonCanShow(Lab<S> lab, Preset preset) throws Exception {
        isPlain(lab.summary(lab.scenario(preset.values())));
    }

    private static void isPlain(Object value) throws Exception {
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                isPlain(component.getAccessor().invoke(value));
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                isPlain(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            isPlain(List.copyOf(map.values()));
            assertThat(new HashSet<Object>(map.keySet())).allMatch(String.class::isInstance);
        } else if (value instanceof Double number) {
            assertThat(number).isFinite();
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Long.class, Integer.class, Boolean.class);
        }
    }

    private static Stream<Table> tables(Timeline timeline) {
        return Stream.concat(timeline.shared().stream(), timeline.lanes().stream());
    }

    private static List<String> numbers(Timeline timeline) {
        return tables(timeline)
                .flatMap(table -> table.columns().stream())
                .map(column -> column.name() + Arrays.toString(column.values()))
                .toList();
    }
}
