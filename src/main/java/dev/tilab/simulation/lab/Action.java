package dev.tilab.simulation.lab;

import java.util.List;

/**
 * Something that a person can do to a running system, written in an address as {@code <time>:<id>:<subject>[:<value>]}.
 *
 * @param id verb in addresses and message keys: {@code stop}
 * @param subject kind of thing that it acts on: {@code target}
 * @param subjects the names of those things where the lab fixes them ({@code az-a}); empty where a scenario says how many
 *     there are: they are then numbered from one, {@code target-1}
 * @param hasValue whether a number follows, such as the factor of {@code slow}
 * @param min smallest number allowed; 0 without a value
 * @param max largest number allowed; 0 without a value
 * @param defaultValue number that a click means; 0 without a value
 */
public record Action(
        String id,
        String subject,
        List<String> subjects,
        boolean hasValue,
        double min,
        double max,
        double defaultValue) {

    public Action {
        subjects = List.copyOf(subjects);
    }
}
