package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run told by what sets it apart from the lab's defaults, for people who read its address. The seed is always said, so that an
 * address is never without a run. {@code js/labs/short-query.js} writes the same.
 */
final class ShortQuery {

    private static final String SEED = "seed";

    private ShortQuery() {}

    /** The query of the defaults, against which the browser tells what differs. */
    static String defaults(Lab<?> lab) {
        return LabQuery.write(usual(lab));
    }

    /** {@link Lab#together} as the browser reads it: names joined by commas, sets by spaces. */
    static String together(Lab<?> lab) {
        return lab.together().stream().map(set -> String.join(",", set)).collect(Collectors.joining(" "));
    }

    /**
     * The query that describes the same run in as few words as can be.
     *
     * @param values in canonical spelling
     */
    static String of(Lab<?> lab, Map<String, String> values) {
        Set<String> differing = differing(lab, values);
        Set<String> said = Stream.concat(
                        Stream.concat(differing.stream(), Stream.of(SEED)),
                        lab.together().stream()
                                .filter(set -> set.stream().anyMatch(differing::contains))
                                .flatMap(List::stream))
                .collect(Collectors.toSet());
        Map<String, String> few = new LinkedHashMap<>(values);
        few.keySet().retainAll(said);
        return LabQuery.write(few);
    }

    /** The parameters that are not at their default. */
    static Set<String> differing(Lab<?> lab, Map<String, String> values) {
        Map<String, String> usual = usual(lab);
        return values.keySet().stream()
                .filter(id -> !values.get(id).equals(usual.get(id)))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> usual(Lab<?> lab) {
        Scenario usual = lab.scenario(Map.of());
        return usual.values();
    }
}
