package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run told by what sets it apart from the lab's defaults, for people who read its address. The seed is always said, so that an
 * address is never without a run. Defaults that give way to what stands beside them do no harm: what a run has at its default goes
 * with the rest of it. {@code js/labs/short-query.js} writes the same.
 */
final class ShortQuery {

    private static final String SEED = "seed";

    private ShortQuery() {}

    /** The query of the defaults, against which the browser tells what differs. */
    static String defaults(Lab<?> lab) {
        return LabQuery.write(usual(lab));
    }

    /**
     * The query that describes the same run in as few words as can be.
     *
     * @param values in canonical spelling
     */
    static String of(Lab<?> lab, Map<String, String> values) {
        Map<String, String> few = new LinkedHashMap<>(values);
        Set<String> differing = differing(lab, values);
        few.keySet().removeIf(id -> !differing.contains(id) && !id.equals(SEED));
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
