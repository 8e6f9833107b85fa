package dev.tilab.labweb;

import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.timeline.Timeline;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    Optional<Record> replications(int from, int runs) {
        return lab.replications(scenario, from, runs);
    }

    /** @throws BadQueryException if the run is too long to be kept */
    Timeline timeline() {
        try {
            return lab.timeline(scenario);
        } catch (InvalidScenarioException tooLong) {
            throw new BadQueryException(lab, tooLong.problems());
        }
    }

    /**
     * Expected requests per lane: sum of rates × duration, by the names under which labs that follow each request have these
     * parameters; 0 for a lab without traffic, or with traffic that it only counts, whose runs are short.
     */
    double expectedRequests() {
        String duration = scenario.values().get("duration");
        if (duration == null) {
            return 0;
        }
        double rate = Stream.of("rate", "writeRate", "readRate")
                .map(scenario.values()::get)
                .filter(Objects::nonNull)
                .mapToDouble(Double::parseDouble)
                .sum();
        return rate * Durations.micros(duration).orElseThrow() / 1e6;
    }
}
