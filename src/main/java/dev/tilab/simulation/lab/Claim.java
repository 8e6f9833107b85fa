package dev.tilab.simulation.lab;

import java.util.List;
import java.util.function.Function;

/**
 * A statement that learners write, together with what shows whether it holds: a situation, guesses to choose from before the
 * run, and the measured inequality that picks one of them. Texts lie under {@code lab.<lab>.claim.<id>}.
 *
 * @param id name in message keys: {@code proxy-shortens}
 * @param preset id of the {@link Preset} to run
 * @param options ids of the guesses, in the order in which they are offered
 * @param holds id of the guess that the statement stands for
 * @param answer reads the summary of a run and says which guess its figures show, whatever the seed
 */
public record Claim(
        String id, String preset, List<String> options, String holds, Function<? super Record, String> answer) {

    public Claim {
        options = List.copyOf(options);
    }
}
