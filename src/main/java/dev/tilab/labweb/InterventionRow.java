package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One thing that was done to the running system, and the way to take it back.
 *
 * @param text as an address carries it: {@code 20s:slow:target-1:3.5}
 * @param time when: {@code 20s}
 * @param action what: {@code slow}
 * @param subject to what: {@code target-1}
 * @param value how much; empty where the action has no number
 * @param without the page of the run in which everything but this was done
 */
record InterventionRow(String text, String time, String action, String subject, String value, String without) {

    /**
     * All of a run's, in its order.
     *
     * @param values parameter → value in canonical spelling
     */
    static List<InterventionRow> of(Lab<?> lab, Map<String, String> values) {
        return lab.parameters().stream()
                .filter(parameter -> parameter.type() == Parameter.Type.INTERVENTIONS)
                .map(Parameter::id)
                .flatMap(id -> of(lab, values, id))
                .toList();
    }

    private static Stream<InterventionRow> of(Lab<?> lab, Map<String, String> values, String parameter) {
        List<String> all = Arrays.stream(values.getOrDefault(parameter, "").split(","))
                .filter(text -> !text.isEmpty())
                .toList();
        return IntStream.range(0, all.size()).mapToObj(index -> {
            // By its place and not by its text: who did the same twice takes back one of the two.
            List<String> others = new ArrayList<>(all);
            others.remove(index);
            Map<String, String> rest = new LinkedHashMap<>(values);
            rest.put(parameter, String.join(",", others));
            String[] parts = all.get(index).split(":");
            return new InterventionRow(
                    all.get(index),
                    parts[0],
                    parts[1],
                    parts[2],
                    parts.length > 3 ? parts[3] : "",
                    LabAddress.page(lab, LabQuery.write(rest)));
        });
    }
}
