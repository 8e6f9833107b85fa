package dev.tilab.labs.elb.doctor;

import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A patient, and what was done so far.
 *
 * @param acts in the order in which they were done
 */
public record DoctorScenario(long patient, List<Act> acts) implements Scenario {

    public DoctorScenario {
        acts = acts.stream().sorted(Comparator.comparingInt(Act::tenths)).toList();
    }

    /** The acts as an address has them; empty where nothing was done. */
    public String text() {
        return acts.stream().map(Act::text).collect(Collectors.joining(","));
    }

    /** When somebody acts next who has no clock: late enough for the act before to be seen to work, in tenths of a second. */
    public int nextTenths() {
        if (acts.isEmpty()) {
            return 140;
        }
        Act last = acts.get(acts.size() - 1);
        return Math.min(last.tenths() + (last.value() == null ? 40 : 80), ActReader.LAST_TENTHS);
    }

    @Override
    public Map<String, String> values() {
        return Values.of("patient", Long.toString(patient), "acts", text());
    }
}
