package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Scenario;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes a run is asked whether the version of the lab's model changes, too: if an address shows other figures than it did,
 * it must, or nobody would be told. The answer stands above the digests of the runs: see {@link GoldenRuns}.
 */
class LabVersionTest {

    static Stream<Lab<?>> labs() {
        return Labs.all().stream();
    }

    static Stream<Arguments> presets() {
        return labs().flatMap(lab -> lab.presets().stream().map(preset -> Arguments.of(lab, preset)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    <S extends Scenario> void everyPresetGivesTheBytesThatItAlwaysGave(Lab<S> lab, Preset preset) {
        GoldenRuns.hold(lab, preset.id(), List.of(lab.scenario(preset.values())));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theDigestsAreThoseOfThisVersion(Lab<?> lab) {
        assertThat(GoldenRuns.recorded(lab))
                .as("the first line of %s", GoldenRuns.file(lab))
                .containsEntry("version", Integer.toString(lab.version()));
    }

    /** Guards against lines of runs that nobody makes any more, and against a lab without runs of all kinds. */
    @ParameterizedTest
    @MethodSource("labs")
    void nothingIsWrittenDownButTheVersionThePresetsAndRunsOfAllKinds(Lab<?> lab) {
        TreeSet<String> rest = new TreeSet<>(GoldenRuns.recorded(lab).keySet());
        lab.presets().forEach(preset -> rest.remove(preset.id()));
        rest.remove("version");

        assertThat(rest)
                .as("%s: GoldenRunTest of the lab holds random scenarios", GoldenRuns.file(lab))
                .hasSizeGreaterThanOrEqualTo(lanes(lab).size())
                .allMatch(name -> name.startsWith("random "));
        assertThat(rest).containsAll(lanes(lab));
    }

    /** Its random scenarios, a line for each strategy, policy or topology: one more of them leaves the others' lines as they are. */
    private static List<String> lanes(Lab<?> lab) {
        return lab.parameters().stream()
                .filter(parameter ->
                        parameter.maxItems() > 1 && !parameter.options().isEmpty())
                .flatMap(parameter -> parameter.options().stream())
                .map(option -> "random " + option)
                .collect(Collectors.toList());
    }
}
