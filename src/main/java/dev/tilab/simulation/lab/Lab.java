package dev.tilab.simulation.lab;

import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One lab: a model that can be run, what can be set before the run and what can be done to it while it runs.
 *
 * <p>A run is a pure function of its scenario: equal scenarios give equal summaries and equal timelines, byte for byte, on
 * every JVM from 17 up. A lab holds no state of its own and may be called from several threads at once.
 *
 * @param <S> the lab's scenario, an immutable value
 */
public interface Lab<S extends Scenario> {

    /** The lab's name in addresses, message keys, templates and scenes: lower case words joined by hyphens. */
    String id();

    /**
     * How often the model has changed since there are addresses of its runs, counted from one. It is raised with every change
     * after which an address that somebody wrote down may show other figures than it showed then; a parameter or a preset more
     * is no such change. Pages carry it in their addresses, so that an old one can say so.
     */
    default int version() {
        return 1;
    }

    /** What can be set, in the order in which addresses carry it. */
    List<Parameter> parameters();

    /** The same in groups, in the order in which a form shows them: every parameter is in one. */
    List<ParameterGroup> groups();

    /** The interventions that a person can make at an instant of the run. */
    List<Action> actions();

    /** Situations worth looking at; the first is what the page shows when the address names none. */
    List<Preset> presets();

    /** Statements that the lab can show to hold or not; a lab need not have any. */
    default List<Claim> claims() {
        return List.of();
    }

    /** The way in for somebody who sees the lab for the first time, step by step; empty where there is none. */
    default List<StoryStep> story() {
        return List.of();
    }

    /**
     * Reads and checks a scenario.
     *
     * @param values parameter id → value as a person writes it ({@code "60s"}, {@code "1,1,0.5"}); a parameter that is
     *     missing or blank takes its default
     * @return the scenario
     * @throws InvalidScenarioException with every problem at once, unknown parameters among them
     */
    S scenario(Map<String, String> values);

    /**
     * What a run of the scenario is expected to cost, without running it. Whoever offers the lab to many people decides by it
     * who waits for whom; a run that turns out to cost several times as much is stopped.
     */
    Cost cost(S scenario);

    /**
     * Runs the scenario and keeps only its figures; memory stays small however long a run the lab allows.
     *
     * @return a record whose components are numbers, strings, lists and further records, ready to be shown as JSON
     */
    Record summary(S scenario);

    /**
     * Runs the scenario again and again, each time with the next seed, and keeps the figures whose distribution is worth a
     * picture. Asking for a part after the other gives the same numbers as asking once.
     *
     * @return from the seeds a record as {@link #summary} gives one; empty if the lab has nothing to show of this kind
     */
    default Optional<Function<Seeds, Record>> replications(S scenario) {
        return Optional.empty();
    }

    /**
     * Runs the scenario and keeps everything that a picture needs.
     *
     * @throws InvalidScenarioException if the run would be too long to be kept
     */
    Timeline timeline(S scenario);

    /**
     * The run at an instant as a drawing for whoever has no moving picture, or not yet: drawn from the same columns.
     *
     * @return empty if the lab draws none
     * @throws InvalidScenarioException if the run would be too long to be kept
     */
    default Optional<Still> still(S scenario, long atMicros) {
        return stills(scenario, atMicros, atMicros).stream().findFirst();
    }

    /**
     * The run at several instants, all drawn on one scale, so that one after the other they move.
     *
     * @param lengthMicros for how much of the run drawings over time have room: their scale is that of so much, and what comes after an instant is
     *     not drawn
     * @return none if the lab draws none
     * @throws InvalidScenarioException if the run would be too long to be kept
     */
    default List<Still> stills(S scenario, long lengthMicros, long... atMicros) {
        return List.of();
    }
}
