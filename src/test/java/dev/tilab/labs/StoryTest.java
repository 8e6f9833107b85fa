package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Drag;
import dev.tilab.simulation.lab.StoryStep.Touch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every story promises: its runs can be run, its questions are answered by them, and what may be pressed can be. */
class StoryTest {

    private static final int SEEDS = 20;

    /** What is right, said apart from whoever reads it from a run. */
    private static final Map<String, String> ANSWERS = Map.of(
            "another-rule", "shorter",
            "one-stops", "least-connections",
            "who-is-late", "cache",
            "cheapest-to-shorten", "boot",
            "the-envelope", "by-luck",
            "it-is-opened", "nlb",
            "the-silent-chat", "alb",
            "one-address", "alb",
            "the-zone-goes-dark", "when-dns-is-old");

    static Stream<Arguments> steps() {
        return Labs.all().stream().flatMap(lab -> lab.story().stream().map(step -> Arguments.of(lab, step.id(), step)));
    }

    /** Guards against a step that waits at an instant that its run never reaches. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    <S extends Scenario> void aStepPlaysWithinItsRun(Lab<S> lab, String id, StoryStep step) {
        Map<String, String> run = lab.scenario(step.told()).values();

        assertThat(step.toMicros()).isLessThanOrEqualTo(micros(run.get("duration")));
        assertThat((step.toMicros() - step.fromMicros()) / step.pace() / 1e6)
                .as("seconds of the reader's")
                .isBetween(5.0, 40.0);
        assertThat(step.shown()).isNotEmpty().doesNotHaveDuplicates();
        if (step.ask() != null) {
            assertThat(step.ask().atMicros()).isBetween(step.fromMicros(), step.toMicros());
        }
    }

    /** Guards against a question whose answer is the chance of one seed, and against a function that reads it the wrong way round. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    <S extends Scenario> void anAnswerHoldsWhateverTheSeed(Lab<S> lab, String id, StoryStep step) {
        if (step.ask() == null) {
            return;
        }
        List<String> answers = summaries(lab, step.told())
                .map(summary -> step.ask().answer().apply(summary))
                .toList();

        assertThat(answers).hasSize(SEEDS).containsOnly(ANSWERS.get(id));
        assertThat(step.ask().options()).contains(answers.get(0)).doesNotHaveDuplicates();
    }

    /** Guards against a sentence that says that something took not-a-number seconds. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    <S extends Scenario> void everyFigureIsThereToBeSaid(Lab<S> lab, String id, StoryStep step) {
        Record summary = lab.summary(lab.scenario(step.told()));

        assertThat(step.figures().stream().map(figure -> figure.apply(summary)))
                .doesNotContainNull()
                .allSatisfy(
                        figure -> assertThat(figure.doubleValue()).isFinite().isNotNegative());
    }

    /** Whoever presses another box than the one that is pressed for him is asked the same and is answered by his own run. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    <S extends Scenario> void whateverIsPressedCanBe(Lab<S> lab, String id, StoryStep step) {
        if (step.press() instanceof Touch touch) {
            Map<String, Action> actions =
                    lab.actions().stream().collect(Collectors.toMap(Action::id, action -> action));
            assertThat(actions).containsKey(touch.action());
            assertThat(touch.atMicros()).isBetween(step.fromMicros(), step.toMicros());
            assertThat(lab.summary(lab.scenario(step.told()))).isNotEqualTo(lab.summary(lab.scenario(step.values())));
            for (int target = 1; step.ask() != null && touch.subject().startsWith("target-") && target <= 5; target++) {
                String pressed = touch.written().replace(touch.subject(), "target-" + target);
                Record summary = lab.summary(lab.scenario(with(step.values(), "at", pressed)));
                assertThat(step.ask().answer().apply(summary)).as(pressed).isEqualTo(ANSWERS.get(id));
            }
        }
        if (step.press() instanceof Drag drag) {
            Parameter dragged = lab.parameters().stream()
                    .filter(parameter -> parameter.id().equals(drag.parameter()))
                    .findFirst()
                    .orElseThrow();
            String stands = step.values().getOrDefault(dragged.id(), dragged.defaultValue());
            assertThat(drag.values()).contains(stands).hasSizeGreaterThan(2);
            assertThat(drag.values().stream()
                            .map(value -> lab.summary(lab.scenario(with(step.values(), dragged.id(), value)))))
                    .doesNotHaveDuplicates();
        }
    }

    /** A story without an end is none: seven steps, each of another thing. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void aStoryIsShort(Lab<?> lab, String id, StoryStep step) {
        assertThat(lab.story()).hasSizeBetween(7, 8);
        assertThat(lab.story()).extracting(StoryStep::id).doesNotHaveDuplicates();
        double seconds = lab.story().stream()
                .mapToDouble(each -> (each.toMicros() - each.fromMicros()) / each.pace() / 1e6)
                .sum();
        assertThat(seconds).as("two minutes, and time to guess").isBetween(60.0, 150.0);
    }

    private static <S extends Scenario> Stream<Record> summaries(Lab<S> lab, Map<String, String> values) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> lab.summary(lab.scenario(with(values, "seed", Integer.toString(1_000 + seed)))));
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return all;
    }

    private static long micros(String text) {
        return Durations.micros(text).orElseThrow();
    }
}
