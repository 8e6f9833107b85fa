package dev.tilab.cloud.database;

import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a database is like, whatever its topology.
 *
 * @param latencyMicros how long a message travels from one zone to another
 * @param lagMicros how long an asynchronous copy stays behind, in the mean
 * @param replicaIsBeside whether a read replica stands in the zone of its primary
 * @param backupMicros when its backup is taken, from the beginning of the run
 * @param restartLimitMicros how long a service that fails over by itself gives a crashed process to start again in its place
 * @param stepMicros how long each step takes, in the mean
 */
public record ClusterSettings(
        long latencyMicros,
        long lagMicros,
        boolean replicaIsBeside,
        long backupMicros,
        long restartLimitMicros,
        Map<Step, Long> stepMicros) {

    private static final @Nullable String ASSUMED = null;

    /**
     * Where its machines are, and how long it takes to come back; the ids of the steps are those of {@link Step}. AWS publishes how
     * long a whole failover typically takes, not how long its steps are: the steps are chosen so that their sum fits the documents.
     */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.duration("azLatency", "0.75ms", "0s", "50ms", ASSUMED),
            Parameter.duration("replicationLag", "800ms", "0s", "1h", ASSUMED),
            Parameter.choice("replicaZone", "az-b", List.of("az-b", "az-a"), ASSUMED),
            Parameter.duration("detection", "15s", "0s", "10m", ASSUMED),
            Parameter.duration("promotion", "40s", "0s", "10m", ASSUMED),
            Parameter.duration("recovery", "25s", "0s", "10m", ASSUMED),
            Parameter.duration("dnsChange", "7s", "0s", "10m", ASSUMED),
            Parameter.duration("clusterDetection", "8s", "0s", "10m", ASSUMED),
            Parameter.duration("clusterPromotion", "10s", "0s", "10m", ASSUMED),
            Parameter.duration("clusterDnsChange", "4s", "0s", "10m", ASSUMED),
            Parameter.duration("operatorDelay", "60s", "0s", "1h", ASSUMED),
            Parameter.duration("replicaPromotion", "120s", "0s", "1h", ASSUMED),
            Parameter.duration("restart", "20s", "0s", "10m", ASSUMED),
            Parameter.duration("restartLimit", "60s", "0s", "10m", ASSUMED),
            Parameter.duration("hostReplacement", "120s", "0s", "1h", ASSUMED),
            Parameter.duration("catchUp", "20s", "0s", "1h", ASSUMED),
            Parameter.duration("restoreTime", "90s", "0s", "1h", ASSUMED),
            Parameter.duration("backupAt", "9s", "0s", "1h", ASSUMED));

    /** Reads {@link #PARAMETERS}. */
    public static ClusterSettings read(ScenarioReader reader) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, reader.durationMicros(step.id()));
        }
        return new ClusterSettings(
                reader.durationMicros("azLatency"),
                reader.durationMicros("replicationLag"),
                reader.choice("replicaZone").equals("az-a"),
                reader.durationMicros("backupAt"),
                reader.durationMicros("restartLimit"),
                steps);
    }

    /** Zone of each machine under a topology, from 0; the first one is the primary at the beginning. */
    public List<Integer> zones(Topology topology) {
        boolean together = topology == Topology.READ_REPLICA && replicaIsBeside;
        return IntStream.range(0, topology.machines)
                .mapToObj(index -> together ? 0 : index)
                .toList();
    }
}
