package dev.tilab.labweb;

import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.StoryStep;
import dev.tilab.simulation.lab.StoryStep.Drag;
import dev.tilab.simulation.lab.StoryStep.Touch;
import dev.tilab.simulation.lab.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lab's story as its template writes it, in the reader's language and with the figures of the run that it tells of.
 *
 * @param id of the step
 * @param number from 1
 * @param of how many steps there are
 * @param sentence what it says, with the words that it introduces in {@code <b>}
 * @param query the run that the stage plays
 * @param from instant at which it begins, in seconds of the run
 * @param to instant at which it waits for the reader
 * @param pace seconds of the run in a second of the reader's
 * @param shown names of the parts of the stage that are drawn, with blanks between them
 * @param ask what is to be guessed, or null
 * @param touch what can be done to a thing on the stage, or null; done is whether it was
 * @param drag what can be dragged, or null
 * @param run what the sentence, the question and the figures are about
 */
record StoryRow(
        String id,
        int number,
        int of,
        String sentence,
        String query,
        double from,
        double to,
        double pace,
        String shown,
        @Nullable AskRow ask,
        @Nullable TouchRow touch,
        @Nullable DragRow drag,
        LabRun<?> run) {

    /** @param shown why the answer is the answer, with the figures of the run */
    record AskRow(double at, String question, List<Option> options, String answer, String shown) {}

    record Option(String id, String text) {}

    /** @param item the intervention as it is written for whoever does not choose */
    record TouchRow(double at, String label, String action, String value, String item, boolean done) {}

    record DragRow(String label, String parameter, List<String> values, String chosen) {}

    /**
     * The step that an address names, with what the reader changed in its run.
     *
     * @param query of the address: the step's number, and parameters with other values than the step has
     * @throws BadQueryException if there is no such step or no such run, or if the step does not let that be changed
     * @throws BusyException if the machine has no place for a short run
     */
    static StoryRow read(Lab<?> lab, Map<String, String[]> query, RunGate gate, LabTexts texts, Locale locale) {
        Map<String, String[]> changed = new LinkedHashMap<>(query);
        String[] given = changed.remove(LabAddress.STORY);
        String text = given == null ? "" : given[0].strip();
        int last = lab.story().size();
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > last) {
            Map<String, String> allowed = Values.of("min", "1", "max", Integer.toString(last));
            throw new BadQueryException(lab, List.of(new Problem(LabAddress.STORY, text, "out-of-range", allowed)));
        }
        int number = Integer.parseInt(text);
        requireOffered(lab, lab.story().get(number - 1), changed);
        return of(lab, number, LabQuery.of(lab, changed).values(), gate, texts, locale);
    }

    /** A step is one press away from its run, not any run away: whoever wants another opens the lab. */
    private static void requireOffered(Lab<?> lab, StoryStep step, Map<String, String[]> changed) {
        String offered =
                step.press() instanceof Touch ? "at" : step.press() instanceof Drag drag ? drag.parameter() : "";
        List<Problem> problems = changed.entrySet().stream()
                .filter(each -> !each.getKey().equals(offered))
                .map(each ->
                        new Problem(each.getKey(), each.getValue()[0], "unknown-parameter", Map.of("options", offered)))
                .toList();
        if (!problems.isEmpty()) {
            throw new BadQueryException(lab, problems);
        }
    }

    /**
     * @param number from 1 to the number of steps
     * @param changed what the reader changed in the step's run: parameter → value
     * @throws BadQueryException if that is no run
     */
    private static <S extends Scenario> StoryRow of(
            Lab<S> lab, int number, Map<String, String> changed, RunGate gate, LabTexts texts, Locale locale) {
        StoryStep step = lab.story().get(number - 1);
        boolean untouched = changed.isEmpty();
        LabRun<?> played = run(lab, step.values(), changed);
        LabRun<?> told = untouched ? run(lab, step.told(), changed) : played;
        Record summary = gate.runShort(told::summary);
        Object[] figures = step.figures().stream()
                .map(figure -> (Object) figure.apply(summary))
                .toArray();
        String key = "lab." + lab.id() + ".story." + step.id();
        return new StoryRow(
                step.id(),
                number,
                lab.story().size(),
                texts.text(key, locale, figures),
                played.query(),
                seconds(step.fromMicros()),
                seconds(step.toMicros()),
                step.pace(),
                String.join(" ", step.shown()),
                step.ask() == null ? null : ask(step.ask(), key, summary, figures, texts, locale),
                step.press() instanceof Touch touch ? touch(touch, key, !untouched, texts, locale) : null,
                step.press() instanceof Drag drag
                        ? new DragRow(
                                texts.text(key + ".press", locale), drag.parameter(), drag.values(), chosen(drag, told))
                        : null,
                told);
    }

    private static LabRun<?> run(Lab<?> lab, Map<String, String> values, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new LabQuery(all, lab.version(), List.of()).read(lab);
    }

    private static AskRow ask(
            StoryStep.Ask ask, String key, Record summary, Object[] figures, LabTexts texts, Locale locale) {
        return new AskRow(
                seconds(ask.atMicros()),
                texts.text(key + ".ask", locale),
                ask.options().stream()
                        .map(option -> new Option(option, texts.text(key + ".option." + option, locale)))
                        .toList(),
                ask.answer().apply(summary),
                texts.text(key + ".shown", locale, figures));
    }

    private static TouchRow touch(Touch touch, String key, boolean done, LabTexts texts, Locale locale) {
        return new TouchRow(
                seconds(touch.atMicros()),
                texts.text(key + ".press", locale),
                touch.action(),
                touch.value(),
                touch.written(),
                done);
    }

    /** The value of the list that the run has; addresses may spell it in another way. */
    private static String chosen(Drag drag, LabRun<?> run) {
        String value = run.scenario().values().getOrDefault(drag.parameter(), "");
        return drag.values().stream()
                .filter(each -> each.equals(value) || sameTime(each, value))
                .findFirst()
                .orElse(value);
    }

    private static boolean sameTime(String one, String other) {
        return Durations.micros(one).isPresent() && Durations.micros(one).equals(Durations.micros(other));
    }

    private static double seconds(long micros) {
        return micros / 1e6;
    }
}
