package dev.tilab.labweb;

import dev.tilab.simulation.lab.Cost;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Problem;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Seeds;
import dev.tilab.simulation.lab.Still;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A lab with a scenario that it can run. */
record LabRun<S extends Scenario>(Lab<S> lab, S scenario) {

    /** The canonical query: the address of this run. */
    String query() {
        return LabQuery.write(scenario.values());
    }

    /** @throws BadQueryException if the run is too long even for its figures */
    Record summary() {
        try {
            return lab.summary(scenario);
        } catch (InvalidScenarioException tooLong) {
            throw new BadQueryException(lab, tooLong.problems());
        }
    }

    /** The same run with other seeds; see {@link Lab#replications}. */
    Optional<Function<Seeds, Record>> replications() {
        return lab.replications(scenario);
    }

    /** @throws BadQueryException if the run is too long to be kept */
    Timeline timeline() {
        try {
            return lab.timeline(scenario);
        } catch (InvalidScenarioException tooLong) {
            throw new BadQueryException(lab, tooLong.problems());
        }
    }

    /** The run at an instant as a drawing; see {@link Lab#still}. */
    Optional<Still> still(long atMicros) {
        return lab.still(scenario, atMicros);
    }

    /**
     * What its figures are expected to cost, in nominal nanoseconds.
     *
     * @throws BadQueryException if that is more than anybody may have computed
     */
    long summaryNanos() {
        return allowed(lab.cost(scenario).summaryNanos());
    }

    /** The same for its columns. */
    long timelineNanos() {
        long nanos = lab.cost(scenario).timelineNanos();
        if (nanos == Cost.NOT_KEPT) {
            timeline(); // says what is wrong, before anybody waits for it
        }
        return allowed(nanos);
    }

    /** The same for the figures of so many seeds; it says how many are allowed. */
    long replicationsNanos(int runs) {
        long nanos = lab.cost(scenario).replicationsNanos(runs);
        long most = RunGate.MOST_NANOS / summaryNanos();
        if (most >= 1 && runs > most) {
            Map<String, String> allowed = Values.of("min", "1", "max", Long.toString(most), "seconds", seconds(nanos));
            throw new BadQueryException(
                    lab, List.of(new Problem("runs", Integer.toString(runs), "too-many-seeds", allowed)));
        }
        return nanos;
    }

    private long allowed(long nanos) {
        if (nanos > RunGate.MOST_NANOS) {
            throw tooMuch(seconds(nanos));
        }
        return nanos;
    }

    private BadQueryException tooMuch(String seconds) {
        Map<String, String> allowed = Values.of("max", seconds(RunGate.MOST_NANOS), "seconds", seconds);
        String duration = scenario.values().getOrDefault("duration", "");
        return new BadQueryException(lab, List.of(new Problem("duration", duration, "too-much-work", allowed)));
    }

    /** Whole seconds, at least one. */
    static String seconds(long nanos) {
        return Long.toString(Math.max(1, Math.round(nanos / 1e9)));
    }
}
