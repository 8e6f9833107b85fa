package dev.tilab.simulation.timeline;

import java.util.List;
import java.util.Map;

/**
 * Everything that happened in a run, as columns: what the player draws, and nothing that it would have to guess.
 *
 * @param durationMicros length of the run
 * @param facts what the picture needs to know beside the columns, as strings (lane names, target speeds), in a fixed order
 * @param dictionaries column name → words that the numbers of that column stand for, by index
 * @param shared tables that belong to the run as a whole: the workload, the marks
 * @param lanes one table a lane, rows aligned with the workload
 */
public record Timeline(
        long durationMicros,
        Map<String, List<String>> facts,
        Map<String, List<String>> dictionaries,
        List<Table> shared,
        List<Table> lanes) {

    /**
     * The table of the run as a whole that has this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Table table(String name) {
        return shared.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }
}
