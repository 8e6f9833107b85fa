package dev.tilab.labweb;

import dev.tilab.labs.elb.doctor.DoctorLab;
import dev.tilab.labs.elb.doctor.DoctorScenario;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A patient and what was done, as an address has them. */
final class DoctorQuery {

    static final String PATIENT = "patient";
    static final String ACTS = "acts";

    private static final String FIRST = "1";
    private static final int LONGEST_ECHO = 80;

    private DoctorQuery() {}

    /**
     * Reads an address; who names no patient means the first.
     *
     * @throws InvalidScenarioException with everything that is wrong
     */
    static DoctorScenario read(Map<String, String[]> query) {
        List<Problem> problems = new ArrayList<>();
        query.forEach((name, values) -> {
            if (!name.equals(PATIENT) && !name.equals(ACTS)) {
                problems.add(new Problem(name, values[0], "unknown", Values.of("options", PATIENT + "," + ACTS)));
            } else if (values.length > 1) {
                problems.add(new Problem(name, String.join(", ", values), "repeated", Values.of()));
            }
        });
        try {
            DoctorScenario scenario = DoctorLab.read(one(query, PATIENT, FIRST), one(query, ACTS, ""));
            if (problems.isEmpty()) {
                return scenario;
            }
        } catch (InvalidScenarioException invalid) {
            problems.addAll(0, invalid.problems());
        }
        throw new InvalidScenarioException(problems);
    }

    /** The patient of an address in which something is wrong, as before anything was done: the first where it names none. */
    static DoctorScenario untouched(Map<String, String[]> query) {
        try {
            return DoctorLab.read(one(query, PATIENT, FIRST), "");
        } catch (InvalidScenarioException nobody) {
            return DoctorLab.read(FIRST, "");
        }
    }

    static String one(Map<String, String[]> query, String name, String otherwise) {
        return query.getOrDefault(name, new String[] {otherwise})[0];
    }

    static List<LabTexts.ProblemRow> problems(InvalidScenarioException invalid, LabTexts texts, Locale locale) {
        return invalid.problems().stream()
                .map(problem -> row(problem, texts, locale))
                .toList();
    }

    private static LabTexts.ProblemRow row(Problem problem, LabTexts texts, Locale locale) {
        Map<String, String> allowed = problem.allowed();
        // Of a name that is unknown the name is what is wrong.
        String given = problem.code().equals("unknown") || problem.code().equals("repeated")
                ? problem.parameter()
                : problem.value();
        String message = texts.text(
                "diagnosis.problem." + problem.code(),
                locale,
                given.codePointCount(0, given.length()) <= LONGEST_ECHO
                        ? given
                        : given.substring(0, given.offsetByCodePoints(0, LONGEST_ECHO)) + "…",
                allowed.getOrDefault("min", ""),
                allowed.getOrDefault("max", ""),
                allowed.getOrDefault("options", "").replace(",", ", "),
                allowed.getOrDefault("syntax", ""));
        return new LabTexts.ProblemRow(problem.parameter(), problem.value(), problem.code(), allowed, message);
    }
}
