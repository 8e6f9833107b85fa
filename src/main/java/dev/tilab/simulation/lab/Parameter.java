package dev.tilab.simulation.lab;

import java.util.List;

/**
 * What can be set before a run, as data: one form fragment draws every parameter, one reader checks it.
 *
 * @param id name in addresses, JSON and message keys, in lower camel case
 * @param type how its value is written and read
 * @param defaultValue the value taken when none is given, as a person would write it
 * @param min the smallest value allowed (of each element, for a list), as a person would write it; null where none applies
 * @param max the largest value allowed (of each element, for a list); null where none applies
 * @param unit the unit of a plain number ({@code "requests/s"}); null where the value carries its own or has none
 * @param options the values to choose from, for choices; otherwise empty
 * @param minItems fewest elements of a list; 1 for single values
 * @param maxItems most elements of a list; 1 for single values
 * @param source where the default comes from: document and section; null where nothing is published and it is assumed
 */
public record Parameter(
        String id,
        Type type,
        String defaultValue,
        String min,
        String max,
        String unit,
        List<String> options,
        int minItems,
        int maxItems,
        String source) {

    /** How a value is written. */
    public enum Type {
        /** A whole number: {@code 200}. */
        INTEGER,
        /** A decimal number: {@code 9.5}. */
        DECIMAL,
        /** A time with its unit: {@code 20ms}, {@code 1.5s}, {@code 2m}. */
        DURATION,
        /** One of {@link Parameter#options}. */
        CHOICE,
        /** Several of {@link Parameter#options}, joined by commas, none twice. */
        CHOICES,
        /** Decimal numbers joined by commas: {@code 1,1,0.5}. */
        DECIMALS,
        /** Interventions joined by commas: {@code 12.3s:stop:target-2,20s:slow:target-1:3.5}. */
        INTERVENTIONS
    }

    public Parameter {
        options = List.copyOf(options);
    }
}
