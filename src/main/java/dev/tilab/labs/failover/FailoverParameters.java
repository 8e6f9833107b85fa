package dev.tilab.labs.failover;

import dev.tilab.cloud.Zones;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Cluster;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Preset;
import dev.tilab.simulation.lab.Values;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be set before a run and done during it. AWS publishes how long a whole failover typically takes, not how long its
 * steps are: the steps are chosen so that their sum fits the documents, and say "assumed".
 */
final class FailoverParameters {

    /** TTL of RDS endpoints as {@code dig} shows it; AWS itself only advises clients to cache for less than 30 s. */
    private static final String DNS_TTL =
            "dig on RDS endpoints, https://awsi.click/en/articles/rds-multi-az-failover-mechanism/";

    /** "Caching for the JVM": 30 s is what AWS calls the most that a client should cache; 60 s is its limit for a JVM. */
    private static final String DNS_CACHE = "AWS, Amazon RDS: Best practices,"
            + " https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.html";

    private static final String ASSUMED = null;

    /** TTL of 60 s, and cross-zone load balancing that an Application Load Balancer always has on. */
    private static final String ELB = "AWS, Elastic Load Balancing: How Elastic Load Balancing works,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html";

    /** HealthCheckIntervalSeconds 5–300, default 30; HealthCheckTimeoutSeconds 2–120, 5; UnhealthyThresholdCount 2–10, 2. */
    private static final String ALB_HEALTH_CHECKS = "AWS, Application Load Balancers: Health checks for target groups,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";

    /** Where targets of a load balancer can stand. */
    static final List<String> TARGET_ZONES = List.of("az-a", "az-a-and-az-b");

    static final List<String> ZONES = List.of("az-a", "az-b", "az-c");

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.choices("topologies", "single-az,multi-az-instance,multi-az-cluster", Topology.ids(), 4, null),
            Parameter.decimal("writeRate", "6", "0.1", "1000", "requests/s", ASSUMED),
            Parameter.decimal("readRate", "4", "0", "1000", "requests/s", ASSUMED),
            Parameter.duration("duration", "300s", "10s", "1h", ASSUMED),
            Parameter.integer("clients", "12", "1", "100", ASSUMED),
            Parameter.choice("clientZones", "outside", List.of("outside", "az-a", "az-a-and-az-b"), ASSUMED),
            Parameter.choice("balancerNodes", "none", List.of("none", "az-a", "az-a-and-az-b"), ASSUMED),
            Parameter.choice("crossZone", "on", List.of("on", "off"), ELB),
            Parameter.integer("users", "40", "1", "1000", ASSUMED),
            Parameter.choice("healthCheck", "shallow", List.of("shallow", "deep"), ASSUMED),
            Parameter.duration("healthCheckInterval", "30s", "5s", "300s", ALB_HEALTH_CHECKS),
            Parameter.integer("unhealthyThreshold", "2", "2", "10", ALB_HEALTH_CHECKS),
            Parameter.duration("healthCheckTimeout", "5s", "2s", "120s", ALB_HEALTH_CHECKS),
            Parameter.duration("nodeDetection", "30s", "0s", "10m", ASSUMED),
            Parameter.duration("balancerDnsTtl", "60s", "1s", "1h", ELB),
            Parameter.integer("poolSize", "5", "1", "100", ASSUMED),
            Parameter.choice("poolRenewal", "all", List.of("all", "one-by-one"), ASSUMED),
            Parameter.duration("requestTimeout", "3s", "100ms", "60s", ASSUMED),
            Parameter.duration("connectTimeout", "3s", "100ms", "60s", ASSUMED),
            Parameter.duration("backoff", "500ms", "10ms", "10s", ASSUMED),
            Parameter.duration("dnsTtl", "5s", "1s", "1h", DNS_TTL),
            Parameter.integer("cachingClients", "3", "0", "100", ASSUMED),
            Parameter.duration("clientDnsCache", "30s", "0s", "24h", DNS_CACHE),
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
            Parameter.duration("hostReplacement", "120s", "0s", "1h", ASSUMED),
            Parameter.duration("catchUp", "20s", "0s", "1h", ASSUMED),
            Parameter.duration("restoreTime", "90s", "0s", "1h", ASSUMED),
            Parameter.duration("backupAt", "9s", "0s", "1h", ASSUMED),
            Parameter.integer("seed", "11", "0", "9007199254740991", null),
            Parameter.interventions("at", 50));

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

    static final List<Preset> PRESETS = List.of(
            preset("zone-outage", "single-az,multi-az-instance,multi-az-cluster", "180s", "30s:fail-zone:az-a"),
            preset(
                    "asynchronous-loss",
                    "read-replica,multi-az-instance,multi-az-cluster",
                    "300s",
                    "30s:fail-zone:az-a",
                    "replicationLag",
                    "3s"),
            preset(
                    "cached-for-ever",
                    "multi-az-instance,multi-az-proxy",
                    "240s",
                    "30s:fail-zone:az-a",
                    "clientDnsCache",
                    "24h"),
            preset("proxy", "multi-az-instance,multi-az-proxy", "180s", "30s:fail-zone:az-a"),
            preset("plain-reboot", "single-az,multi-az-instance,multi-az-cluster", "120s", "30s:reboot:database"),
            preset(
                    "wrong-delete",
                    "single-az,read-replica,multi-az-instance,multi-az-cluster",
                    "200s",
                    "40s:delete-wrong:database,60s:restore:database"),
            preset("one-zone", "read-replica,multi-az-instance", "300s", "30s:fail-zone:az-a", "replicaZone", "az-a"),
            preset(
                    "partition",
                    "multi-az-instance,multi-az-cluster",
                    "240s",
                    "30s:cut-zone:az-a,150s:repair-zone:az-a",
                    "clientZones",
                    "az-a-and-az-b"),
            preset(
                    "long-transaction",
                    "single-az,multi-az-instance",
                    "240s",
                    "10s:long-transaction:database:120,60s:crash:instance-1"),
            preset(
                    "second-failure",
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

    private static Preset preset(String id, String topologies, String duration, String at) {
        return new Preset(id, Values.of("topologies", topologies, "duration", duration, "at", at));
    }

    /** Zone a goes dark for good under a load balancer with a node in each of two zones. */
    private static Preset balanced(String id, String topologies, String clientZones) {
        return new Preset(
                id,
                Values.of(
                        "topologies", topologies,
                        "duration", "240s",
                        "at", "30s:fail-zone:az-a",
                        "clientZones", clientZones,
                        "balancerNodes", "az-a-and-az-b"));
    }

    private static Preset preset(String id, String topologies, String duration, String at, String parameter, String value) {
        return new Preset(id, Values.of("topologies", topologies, "duration", duration, "at", at, parameter, value));
    }
}
