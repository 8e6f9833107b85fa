package dev.tilab.labweb;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query as it was typed: one text per parameter. A list may come in pieces, as a form's checkboxes send it
 * ({@code at=1s:stop:target-1&at=2s:start:target-1}); a single value that comes twice is a problem, because nobody could tell
 * which one is meant.
 *
 * @param values parameter → text, in the order in which they came
 * @param version of the model that the address was made with; 1 where it does not say, as addresses did not at first
 * @param problems those of values that came twice, and of a version that is none
 */
record LabQuery(Map<String, String> values, int version, List<Problem> problems) {

    /** More versions than a lab will ever have. */
    private static final int MOST_VERSION = 9_999;

    private static final Set<Parameter.Type> LISTS =
            EnumSet.of(Parameter.Type.CHOICES, Parameter.Type.DECIMALS, Parameter.Type.INTERVENTIONS);

    static LabQuery of(Lab<?> lab, Map<String, String[]> query) {
        Set<String> lists = lab.parameters().stream()
                .filter(parameter -> LISTS.contains(parameter.type()))
                .map(Parameter::id)
                .collect(Collectors.toSet());
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        query.forEach((name, texts) -> {
            if (texts.length > 1 && !lists.contains(name)) {
                problems.add(new Problem(name, String.join(", ", texts), "repeated", Map.of()));
            }
            if (name.equals(LabAddress.VERSION)) {
                return;
            }
            if (lists.contains(name)) {
                values.put(
                        name,
                        Arrays.stream(texts).filter(text -> !text.isBlank()).collect(Collectors.joining(",")));
                return;
            }
            values.put(name, texts[0]);
        });
        return new LabQuery(values, version(query, problems), problems);
    }

    private static int version(Map<String, String[]> query, List<Problem> problems) {
        String text = query.getOrDefault(LabAddress.VERSION, new String[] {""})[0].strip();
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,3}")) {
            Map<String, String> allowed = Values.of("min", "1", "max", Integer.toString(MOST_VERSION));
            problems.add(new Problem(LabAddress.VERSION, text, "out-of-range", allowed));
            return 1;
        }
        return Integer.parseInt(text);
    }

    /** Whether the figures may be others than those that whoever wrote the address down has seen. */
    boolean isOfAnotherVersion(Lab<?> lab) {
        return version != lab.version();
    }

    /**
     * Reads the query into a run of the lab.
     *
     * @throws BadQueryException with every problem at once, in the order of the lab's parameters, unknown ones last
     */
    <S extends Scenario> LabRun<S> read(Lab<S> lab) {
        List<Problem> all = new ArrayList<>(problems);
        try {
            S scenario = lab.scenario(values);
            if (all.isEmpty()) {
                return new LabRun<>(lab, scenario);
            }
        } catch (InvalidScenarioException invalid) {
            all.addAll(invalid.problems());
        }
        List<String> order = lab.parameters().stream().map(Parameter::id).toList();
        all.sort(Comparator.comparingInt(
                problem -> order.contains(problem.parameter()) ? order.indexOf(problem.parameter()) : order.size()));
        throw new BadQueryException(lab, all);
    }

    /** The query of an address that carries these values; commas and colons stay readable. */
    static String write(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isBlank())
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As the browser's {@code encodeURIComponent} does, so that both write the same address: a space is no plus. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
