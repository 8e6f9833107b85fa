package dev.tilab.simulation.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which seeds a scenario is run with: {@code runs} of them, one after another.
 *
 * @param from how far the first lies above the scenario's own, 0 to {@value #MOST_FROM}
 * @param runs how many, 1 to {@value #MOST_RUNS}
 */
public record Seeds(int from, int runs) {

    /** The furthest that a part of the seeds may begin. */
    public static final int MOST_FROM = 100_000;

    /** Most seeds at once: whoever wants more asks for one part after the other. */
    public static final int MOST_RUNS = 100;

    /** @throws InvalidScenarioException if they are out of range */
    public Seeds {
        List<Problem> problems = new ArrayList<>();
        check(problems, "from", from, 0, MOST_FROM);
        check(problems, "runs", runs, 1, MOST_RUNS);
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
    }

    private static void check(List<Problem> problems, String name, int value, int min, int max) {
        if (value < min || value > max) {
            Map<String, String> allowed = Values.of("min", Integer.toString(min), "max", Integer.toString(max));
            problems.add(new Problem(name, Integer.toString(value), "out-of-range", allowed));
        }
    }
}
