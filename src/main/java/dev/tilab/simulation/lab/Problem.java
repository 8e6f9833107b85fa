package dev.tilab.simulation.lab;

import java.util.Map;

/**
 * One thing that is wrong with one parameter.
 *
 * @param parameter id of the parameter, or the unknown name that was given
 * @param value the value as it was given
 * @param code message key below {@code lab.problem.}: {@code not-a-number}, {@code out-of-range}, …
 * @param allowed what would be right, as data for the message: {@code min}, {@code max}, {@code unit}, {@code options}, …
 */
public record Problem(String parameter, String value, String code, Map<String, String> allowed) {

    public Problem {
        allowed = Values.copy(allowed);
    }
}
