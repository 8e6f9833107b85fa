package dev.tilab.simulation.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names with a value each, in the order in which they are written: {@code Values.of("rate", "20", "duration", "60s")}. The JDK's
 * {@code Map.of} has another order in every process, and somebody reads a scenario, an address or an answer in its order.
 */
public final class Values {

    private Values() {}

    /**
     * @param namesAndValues a name, its value, the next name, …
     * @throws IllegalArgumentException if a name has no value or stands twice
     */
    public static Map<String, String> of(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (at + 1 == namesAndValues.length || values.put(namesAndValues[at], namesAndValues[at + 1]) != null) {
                throw new IllegalArgumentException("No value, or a second one: " + namesAndValues[at]);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    static Map<String, String> copy(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
