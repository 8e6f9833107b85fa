package dev.tilab.simulation.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Nullable String min,
        @Nullable String max,
        @Nullable String unit,
        List<String> options,
        int minItems,
        int maxItems,
        @Nullable String source) {

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
        INTERVENTIONS,
        /** One line that only its lab can read: {@code 30 11 * * * 12}; {@link Parameter#max} is its greatest length. */
        TEXT
    }

    public Parameter {
        options = List.copyOf(options);
    }

    /** A whole number between two limits. */
    public static Parameter integer(String id, String defaultValue, String min, String max, @Nullable String source) {
        return new Parameter(id, Type.INTEGER, defaultValue, min, max, null, List.of(), 1, 1, source);
    }

    /** A decimal number between two limits. */
    public static Parameter decimal(
            String id, String defaultValue, String min, String max, @Nullable String unit, @Nullable String source) {
        return new Parameter(id, Type.DECIMAL, defaultValue, min, max, unit, List.of(), 1, 1, source);
    }

    /** A time between two limits. */
    public static Parameter duration(String id, String defaultValue, String min, String max, @Nullable String source) {
        return new Parameter(id, Type.DURATION, defaultValue, min, max, null, List.of(), 1, 1, source);
    }

    /** One of several options. */
    public static Parameter choice(String id, String defaultValue, List<String> options, @Nullable String source) {
        return new Parameter(id, Type.CHOICE, defaultValue, null, null, null, options, 1, 1, source);
    }

    /** From one to {@code maxItems} of several options, none twice. */
    public static Parameter choices(
            String id, String defaultValue, List<String> options, int maxItems, @Nullable String source) {
        return new Parameter(id, Type.CHOICES, defaultValue, null, null, null, options, 1, maxItems, source);
    }

    /** From one to {@code maxItems} decimal numbers, each between two limits. */
    public static Parameter decimals(
            String id, String defaultValue, String min, String max, int maxItems, @Nullable String source) {
        return new Parameter(id, Type.DECIMALS, defaultValue, min, max, null, List.of(), 1, maxItems, source);
    }

    /** At most {@code maxItems} decimal numbers, each between two limits; none by default. */
    public static Parameter optionalDecimals(
            String id, String min, String max, int maxItems, @Nullable String unit, @Nullable String source) {
        return new Parameter(id, Type.DECIMALS, "", min, max, unit, List.of(), 0, maxItems, source);
    }

    /** One line of at most {@code maxLength} characters; what it means is up to the lab. */
    public static Parameter text(String id, String defaultValue, int maxLength, @Nullable String source) {
        return new Parameter(
                id, Type.TEXT, defaultValue, null, Integer.toString(maxLength), null, List.of(), 1, 1, source);
    }

    /** What is done to the running system, at most {@code maxItems} times; nothing by default. */
    public static Parameter interventions(String id, int maxItems) {
        return new Parameter(id, Type.INTERVENTIONS, "", null, null, null, List.of(), 0, maxItems, null);
    }
}
