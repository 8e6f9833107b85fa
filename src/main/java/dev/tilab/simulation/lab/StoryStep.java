package dev.tilab.simulation.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of the story that leads somebody who has never heard of it into a lab: a run of the lab, played from one instant to
 * another with only what the step needs drawn, one sentence, and at most one thing to guess and one to press. It is data over
 * the same runs that the instrument shows, so whatever a step says can be opened, changed and measured.
 *
 * <p>Texts lie under {@code lab.<lab>.story.<id>}: the sentence itself with the figures as {@code {0}}, {@code {1}}, …; with a
 * question {@code .ask}, {@code .option.<option>} and {@code .shown}, which gets the same figures; with something to press
 * {@code .press}.
 *
 * @param id name in message keys
 * @param values the run: parameter id → value, what is missing takes the lab's default
 * @param fromMicros instant of the run at which the step begins
 * @param toMicros instant at which it waits for the reader
 * @param pace seconds of the run in a second of the reader's
 * @param shown names of the parts of the stage that are drawn
 * @param figures numbers for the sentence, read from the run's summary
 * @param ask a question about the run, or null
 * @param press what the reader may do to the run, or null
 */
public record StoryStep(
        String id,
        Map<String, String> values,
        long fromMicros,
        long toMicros,
        double pace,
        List<String> shown,
        List<Function<? super Record, ? extends Number>> figures,
        @Nullable Ask ask,
        @Nullable Press press) {

    /**
     * A question to guess at before the step goes on.
     *
     * @param atMicros instant at which the run waits for the guess
     * @param options ids of the guesses, in the order in which they are offered
     * @param answer reads the summary of a run and says which guess its figures show, whatever the seed
     */
    public record Ask(long atMicros, List<String> options, Function<? super Record, String> answer) {
        public Ask {
            options = List.copyOf(options);
        }
    }

    /** What a reader may do in a step. */
    public sealed interface Press {}

    /**
     * Pressing a thing on the stage does something to it. The run waits for it at an instant, with one thing that is pressed
     * for whoever would rather not choose.
     *
     * @param atMicros instant at which the run waits
     * @param action id of the {@link Action}
     * @param subject what is pressed for whoever does not choose
     * @param value what it is done with, as an address writes it; empty where the action takes none
     */
    public record Touch(long atMicros, String action, String subject, String value) implements Press {

        /** @param at instant as one writes it: {@code 10s} */
        public Touch(String at, String action, String subject, String value) {
            this(micros(at), action, subject, value);
        }

        /** As an address writes it. */
        public String written() {
            String what = Durations.text(atMicros) + ":" + action + ":" + subject;
            return value.isEmpty() ? what : what + ":" + value;
        }
    }

    /**
     * Dragging a parameter runs the step again with another value.
     *
     * @param parameter id of the {@link Parameter}
     * @param values that it can be dragged over, as an address writes them, in order
     */
    public record Drag(String parameter, List<String> values) implements Press {
        public Drag {
            values = List.copyOf(values);
        }
    }

    public StoryStep {
        values = Values.copy(values);
        shown = List.copyOf(shown);
        figures = List.copyOf(figures);
        if (fromMicros < 0 || toMicros <= fromMicros || !(pace > 0)) {
            throw new IllegalArgumentException(
                    id + " is played from " + fromMicros + " to " + toMicros + " at " + pace);
        }
    }

    /**
     * A step in which one only looks.
     *
     * @param from instants as one writes them: {@code 0s}, {@code 1m}
     * @param shown names of parts with blanks between them
     * @throws IllegalArgumentException if an instant cannot be read or the step takes no time
     */
    public static StoryStep of(
            String id, Map<String, String> values, String from, String to, double pace, String shown) {
        return new StoryStep(
                id, values, micros(from), micros(to), pace, List.of(shown.split(" ")), List.of(), null, null);
    }

    /** The same with one more number in its sentence. */
    public StoryStep figure(Function<? super Record, ? extends Number> figure) {
        List<Function<? super Record, ? extends Number>> all = new ArrayList<>(figures);
        all.add(figure);
        return new StoryStep(id, values, fromMicros, toMicros, pace, shown, all, ask, press);
    }

    /** The same with a question, for which the run waits at an instant. */
    public StoryStep asks(String at, List<String> options, Function<? super Record, String> answer) {
        Ask question = new Ask(micros(at), options, answer);
        return new StoryStep(id, values, fromMicros, toMicros, pace, shown, figures, question, press);
    }

    /** The same with something to do. */
    public StoryStep presses(Press something) {
        return new StoryStep(id, values, fromMicros, toMicros, pace, shown, figures, ask, something);
    }

    /** The run that its sentence, its question and its figures are about: with what is pressed for whoever does not choose. */
    public Map<String, String> told() {
        if (!(press instanceof Touch touch)) {
            return values;
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.merge("at", touch.written(), (before, more) -> before.isBlank() ? more : before + "," + more);
        return all;
    }

    private static long micros(String text) {
        return Durations.micros(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
