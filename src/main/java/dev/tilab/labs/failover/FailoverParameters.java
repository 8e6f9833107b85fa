package dev.tilab.labs.failover;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.database.ClientSettings;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.ClusterSettings;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Opening;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ParameterGroup;
import dev.tilab.simulation.lab.Preset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be set before a run and done during it: the lists of the components that the lab is made of, in the order of its
 * addresses, and what is the lab's own.
 */
final class FailoverParameters {

    /** TTL of RDS endpoints as {@code dig} shows it; AWS itself only advises clients to cache for less than 30 s. */
    private static final String DNS_TTL =
            "dig on RDS endpoints, https://awsi.click/en/articles/rds-multi-az-failover-mechanism/";

    /** "Caching for the JVM": 30 s is what AWS calls the most that a client should cache; 60 s is its limit for a JVM. */
    private static final String DNS_CACHE = "AWS, Amazon RDS: Best practices,"
            + " https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html";

    private static final String ASSUMED = null;

    /** Seconds of a run in one of the reader's: steps of a failover take tens of seconds. */
    private static final double PACE = 4;

    /** Where targets of a load balancer can stand. */
    static final List<String> TARGET_ZONES = List.of("az-a", "az-a-and-az-b");

    static final List<String> ZONES = List.of("az-a", "az-b", "az-c");

    static final List<Parameter> PARAMETERS = Stream.of(
                    List.of(
                            Parameter.choices(
                                    "topologies",
                                    "single-az,multi-az-instance,multi-az-cluster",
                                    Topology.ids(),
                                    4,
                                    null),
                            Parameter.decimal("writeRate", "6", "0.1", "1000", "requests/s", ASSUMED),
                            Parameter.decimal("readRate", "4", "0", "1000", "requests/s", ASSUMED),
                            Parameter.duration("duration", "300s", "10s", "1h", ASSUMED),
                            Parameter.integer("clients", "12", "1", "100", ASSUMED),
                            Parameter.choice(
                                    "clientZones", "outside", List.of("outside", "az-a", "az-a-and-az-b"), ASSUMED)),
                    BalancerSettings.NODES,
                    List.of(Parameter.integer("users", "40", "1", "1000", ASSUMED)),
                    BalancerSettings.CHECKS,
                    ClientSettings.POOL,
                    List.of(
                            Parameter.duration("dnsTtl", "5s", "1s", "1h", DNS_TTL),
                            Parameter.integer("cachingClients", "3", "0", "100", ASSUMED),
                            Parameter.duration("clientDnsCache", "30s", "0s", "24h", DNS_CACHE)),
                    ClusterSettings.PARAMETERS,
                    List.of(
                            Parameter.integer("seed", "11", "0", "9007199254740991", null),
                            Parameter.interventions("at", 50)))
            .flatMap(List::stream)
            .toList();

    /** How its form groups them. */
    static final List<ParameterGroup> GROUPS = List.of(
            ParameterGroup.open("topologies", "topologies"),
            ParameterGroup.open("clients", "writeRate", "clientDnsCache", "cachingClients"),
            ParameterGroup.open("network", "azLatency", "replicationLag"),
            ParameterGroup.folded("work", "readRate", "duration", "clients", "clientZones"),
            ParameterGroup.folded(
                    "entrance",
                    "balancerNodes",
                    "crossZone",
                    "users",
                    "healthCheck",
                    "healthCheckInterval",
                    "unhealthyThreshold",
                    "healthCheckTimeout",
                    "nodeDetection",
                    "balancerDnsTtl"),
            ParameterGroup.folded(
                    "connections", "poolSize", "poolRenewal", "requestTimeout", "connectTimeout", "backoff", "dnsTtl"),
            ParameterGroup.folded("instance", "detection", "promotion", "recovery", "dnsChange"),
            ParameterGroup.folded("cluster", "clusterDetection", "clusterPromotion", "clusterDnsChange"),
            ParameterGroup.folded("replica", "operatorDelay", "replicaPromotion", "replicaZone"),
            ParameterGroup.folded(
                    "repair", "restart", "restartLimit", "hostReplacement", "catchUp", "restoreTime", "backupAt"),
            ParameterGroup.folded("chance", "seed", "at"));

    private static final List<String> INSTANCES = List.of("instance-1", "instance-2", "instance-3");
    private static final List<String> DATABASE = List.of("database");

    static final List<Action> ACTIONS = List.of(
            Zones.FAIL.to(ZONES),
            Zones.CUT.to(ZONES),
            Zones.REPAIR.to(ZONES),
            Cluster.CRASH.to(INSTANCES),
            Cluster.FAIL_HOST.to(INSTANCES),
            Cluster.FAIL_STORAGE.to(INSTANCES),
            Cluster.REPAIR.to(INSTANCES),
            Cluster.REBOOT.to(DATABASE),
            Cluster.REBOOT_WITH_FAILOVER.to(DATABASE),
            Cluster.DELETE_WRONG.to(DATABASE),
            Cluster.RESTORE.to(DATABASE),
            Cluster.LONG_TRANSACTION.to(DATABASE),
            Clients.KEEP_ADDRESS.to(List.of()));

    /** What {@code fault=<kind>@<time>} means, kind → action and subject. */
    static final Map<String, String> FAULTS = faults(
            "process-crash", "crash:instance-1",
            "host-failure", "fail-host:instance-1",
            "storage-failure", "fail-storage:instance-1",
            "az-outage", "fail-zone:az-a",
            "partition", "cut-zone:az-a",
            "reboot", "reboot:database",
            "reboot-with-failover", "reboot-with-failover:database",
            "wrong-delete", "delete-wrong:database");

    /** A zone goes dark at 30 s: shortly before, and when the first clients wait and nobody is back yet. */
    private static final Opening DARK = Opening.of("25s", "31s", PACE);

    /** The same, held while only the lag is to be seen: what the dark zone keeps says at once who loses writes. */
    private static final Opening LAGGING = Opening.of("25s", "29.9s", PACE);

    static final List<Preset> PRESETS = List.of(
            preset("zone-outage", DARK, "single-az,multi-az-instance,multi-az-cluster", "180s", "30s:fail-zone:az-a"),
            preset(
                    "asynchronous-loss",
                    LAGGING,
                    "read-replica,multi-az-instance,multi-az-cluster",
                    "300s",
                    "30s:fail-zone:az-a",
                    "replicationLag",
                    "3s"),
            preset(
                    "cached-for-ever",
                    DARK,
                    "multi-az-instance,multi-az-proxy",
                    "240s",
                    "30s:fail-zone:az-a",
                    "clientDnsCache",
                    "24h"),
            preset("proxy", DARK, "multi-az-instance,multi-az-proxy", "180s", "30s:fail-zone:az-a"),
            preset(
                    "plain-reboot",
                    Opening.of("25s", "30s", PACE),
                    "single-az,multi-az-instance,multi-az-cluster",
                    "120s",
                    "30s:reboot:database"),
            preset(
                    "wrong-delete",
                    Opening.of("35s", "40.2s", PACE),
                    "single-az,read-replica,multi-az-instance,multi-az-cluster",
                    "200s",
                    "40s:delete-wrong:database,60s:restore:database"),
            preset(
                    "one-zone",
                    DARK,
                    "read-replica,multi-az-instance",
                    "300s",
                    "30s:fail-zone:az-a",
                    "replicaZone",
                    "az-a"),
            // the documents give the promotion minutes; whoever promotes is quick here
            preset(
                    "partition",
                    Opening.of("25s", "34s", PACE),
                    "read-replica,multi-az-instance,multi-az-cluster",
                    "330s",
                    "30s:cut-zone:az-a,270s:repair-zone:az-a",
                    "clientZones",
                    "az-a-and-az-b",
                    "operatorDelay",
                    "30s"),
            preset(
                    "long-transaction",
                    Opening.of("52s", "70s", PACE),
                    "single-az,multi-az-instance,multi-az-cluster",
                    "240s",
                    "10s:long-transaction:database:120,60s:crash:instance-1"),
            preset(
                    "second-failure",
                    Opening.of("25s", "50s", PACE),
                    "multi-az-instance,multi-az-cluster",
                    "240s",
                    "30s:fail-zone:az-a,45s:crash:instance-2"),
            balanced("whole-chain", "multi-az-instance,multi-az-cluster", "az-a-and-az-b"),
            balanced("targets-in-one-zone", "multi-az-instance", "az-a"));

    private FailoverParameters() {}

    /** In the order given, which is the order in which messages name them. */
    private static Map<String, String> faults(String... kindsAndInterventions) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (int each = 0; each < kindsAndInterventions.length; each += 2) {
            faults.put(kindsAndInterventions[each], kindsAndInterventions[each + 1]);
        }
        return Collections.unmodifiableMap(faults);
    }

    /** @param more parameters and their values beyond these */
    private static Preset preset(
            String id, Opening opening, String topologies, String duration, String at, String... more) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("topologies", topologies);
        values.put("duration", duration);
        values.put("at", at);
        for (int each = 0; each < more.length; each += 2) {
            values.put(more[each], more[each + 1]);
        }
        return new Preset(id, values, opening);
    }

    /** Zone a goes dark for good under a load balancer with a node in each of two zones. */
    private static Preset balanced(String id, String topologies, String clientZones) {
        return preset(
                id,
                DARK,
                topologies,
                "240s",
                "30s:fail-zone:az-a",
                "clientZones",
                clientZones,
                "balancerNodes",
                "az-a-and-az-b");
    }
}
