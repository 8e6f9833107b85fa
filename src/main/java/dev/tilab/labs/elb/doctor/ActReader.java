package dev.tilab.labs.elb.doctor;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a patient's number and acts, and says everything that is wrong with them at once. */
final class ActReader {

    /** The last tenth of a second in which anything of the two minutes is left to be seen. */
    static final int LAST_TENTHS = Course.SECONDS * 10 - 1;

    /** Nobody needs as many; an address has an end. */
    static final int MOST_ACTS = 60;

    private static final String SYNTAX =
            "probe:<probe>@<seconds>, open:<place>@<seconds>, repair:<place>:<value>@<seconds>";

    private final List<Problem> problems = new ArrayList<>();

    private ActReader() {}

    /** @throws InvalidScenarioException with everything that is wrong */
    static DoctorScenario read(String patient, String acts) {
        return new ActReader().scenario(patient.strip(), acts.strip());
    }

    private DoctorScenario scenario(String patient, String acts) {
        long number = patient.matches("[0-9]{1,16}") ? Long.parseLong(patient) : 0;
        if (number < 1 || number > Patient.MOST) {
            problem("patient", patient, "patient", Values.of("min", "1", "max", Long.toString(Patient.MOST)));
            throw new InvalidScenarioException(problems);
        }
        Kind kind = Patient.of(number).kind();
        List<Act> read = new ArrayList<>();
        List<String> parts = acts.isEmpty() ? List.of() : List.of(acts.split(",", -1));
        if (parts.size() > MOST_ACTS) {
            problem("acts", acts, "acts", Values.of("max", Integer.toString(MOST_ACTS)));
        } else {
            for (String part : parts) {
                Act act = act(part.strip(), kind);
                if (act != null) {
                    read.add(act);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
        return new DoctorScenario(number, read);
    }

    private void problem(String field, String value, String code, Map<String, String> allowed) {
        problems.add(new Problem(field, value, code, allowed));
    }

    private @Nullable Act act(String text, Kind kind) {
        String[] halves = text.split("@", -1);
        String[] words = halves[0].split(":", -1);
        int expected = switch (words[0]) {
            case "probe", "open" -> 2;
            case "repair" -> 3;
            default -> 0;
        };
        if (halves.length != 2 || words.length != expected) {
            problem("acts", text, "act", Values.of("syntax", SYNTAX));
            return null;
        }
        int tenths = tenths(halves[1]);
        if (tenths < 0) {
            problem("acts", text, "act-time", Values.of("min", "0", "max", seconds(LAST_TENTHS)));
            return null;
        }
        return words[0].equals("probe") ? probe(text, words[1], tenths) : place(text, words, tenths, kind);
    }

    private static int tenths(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9])?")) {
            return -1;
        }
        int tenths = new BigDecimal(text).movePointRight(1).intValueExact();
        return tenths <= LAST_TENTHS ? tenths : -1;
    }

    private static String seconds(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    private @Nullable Act probe(String text, String id, int tenths) {
        for (Act.Probe probe : Act.Probe.values()) {
            if (probe.id().equals(id)) {
                return new Act(tenths, probe, null, null);
            }
        }
        String options = Arrays.stream(Act.Probe.values()).map(Act.Probe::id).collect(Collectors.joining(","));
        problem("acts", text, "act-probe", Values.of("options", options));
        return null;
    }

    private @Nullable Act place(String text, String[] words, int tenths, Kind kind) {
        List<Place> places = Place.of(kind);
        for (Place place : places) {
            if (!place.id().equals(words[1])) {
                continue;
            }
            if (words.length == 2) {
                return new Act(tenths, null, place, null);
            }
            if (place.values(kind).contains(words[2])) {
                return new Act(tenths, null, place, words[2]);
            }
            // In the order of the alphabet: the one that works stands first among a place's own.
            String options = place.values(kind).stream().sorted().collect(Collectors.joining(","));
            problem("acts", text, "act-value", Values.of("options", options));
            return null;
        }
        problem(
                "acts",
                text,
                "act-place",
                Values.of("options", places.stream().map(Place::id).collect(Collectors.joining(","))));
        return null;
    }
}
