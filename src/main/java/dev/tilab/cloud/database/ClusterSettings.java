package dev.tilab.cloud.database;

import java.util.List;
import java.util.Map;

/**
 * What a database is like.
 *
 * @param topology who copies what, and who decides
 * @param zones zone of each machine, from 0; the first one is the primary at the beginning
 * @param latencyMicros how long a message travels from one zone to another
 * @param lagMicros how long an asynchronous copy stays behind, in the mean
 * @param backupMicros when its backup is taken, from the beginning of the run
 * @param stepMicros how long each step takes, in the mean
 */
public record ClusterSettings(
        Topology topology,
        List<Integer> zones,
        long latencyMicros,
        long lagMicros,
        long backupMicros,
        Map<Step, Long> stepMicros) {

    public ClusterSettings {
        zones = List.copyOf(zones);
        if (zones.size() != topology.machines) {
            throw new IllegalArgumentException(topology + " has " + topology.machines + " machines, not " + zones.size());
        }
    }
}
