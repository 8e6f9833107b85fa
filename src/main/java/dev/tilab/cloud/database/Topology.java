package dev.tilab.cloud.database;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list of topologies, one a lane. Who copies what and how long a failover typically takes: Amazon RDS User Guide,
 * "Multi-AZ DB instance deployments" (synchronous, 60–120 s, standby not readable), "Multi-AZ DB cluster deployments"
 * (semisynchronous to two readable standbys, under 35 s), "Working with read replicas" (asynchronous, promoted by hand).
 * SLA: Amazon RDS Service Level Agreement, 2024-01-22. Prices relative to Single-AZ: two instances cost twice as much (price
 * list, db.t3), three of them are taken as three times, the proxy as a fifth more (assumed).
 */
public enum Topology {
    SINGLE_AZ("single-az", null, 1, false, 1, 99.5, 0, 0),
    READ_REPLICA("read-replica", Role.REPLICA, 2, false, 2, 99.5, 0, 0),
    MULTI_AZ_INSTANCE("multi-az-instance", Role.STANDBY, 2, true, 2, 99.95, 60, 120),
    MULTI_AZ_CLUSTER("multi-az-cluster", Role.READER, 3, true, 3, 99.95, 0, 35),
    MULTI_AZ_PROXY("multi-az-proxy", Role.STANDBY, 2, true, 2.2, 99.95, 0, 0);

    /** Name in addresses and message keys. */
    public final String id;

    /** What its copies are; null without any. */
    private final @Nullable Role copies;

    /** How many machines it has. */
    public final int machines;

    /** Whether the service fails over by itself, to a copy that confirmed every acknowledged write. */
    public final boolean automatic;

    /** What it costs, in multiples of one machine. */
    public final double relativePrice;

    /** Monthly uptime that its service level agreement promises, in percent. */
    public final double slaPercent;

    /** Documented range of a failover; 0–0 where the documents give none. */
    public final int documentedMinSeconds;

    public final int documentedMaxSeconds;

    Topology(
            String id,
            @Nullable Role copies,
            int machines,
            boolean automatic,
            double relativePrice,
            double slaPercent,
            int documentedMinSeconds,
            int documentedMaxSeconds) {
        this.id = id;
        this.copies = copies;
        this.machines = machines;
        this.automatic = automatic;
        this.relativePrice = relativePrice;
        this.slaPercent = slaPercent;
        this.documentedMinSeconds = documentedMinSeconds;
        this.documentedMaxSeconds = documentedMaxSeconds;
    }

    /**
     * What its copies are.
     *
     * @throws NullPointerException if it has none
     */
    Role copies() {
        return Objects.requireNonNull(copies);
    }

    /** Whether its copies are readable and semisynchronous. */
    public boolean isCluster() {
        return this == MULTI_AZ_CLUSTER;
    }

    /**
     * Whether a process that crashed on a machine that is well is started again there, not replaced by a copy. What has a Multi-AZ
     * instance fail over is its host, its network, its storage, or being busy and unresponsive (Amazon RDS User Guide, "Failover
     * process for Amazon RDS"); a Multi-AZ cluster promotes a reader once its primary is terminated or unhealthy (Amazon RDS API
     * Reference, "FailoverDBCluster").
     */
    boolean restartsInPlace() {
        return !isCluster();
    }

    /** Whether clients reach it through a proxy. */
    public boolean hasProxy() {
        return this == MULTI_AZ_PROXY;
    }

    /** Whether a copy answers reads: the standby of a Multi-AZ instance does not. */
    public boolean copiesServeReads() {
        return copies == Role.READER || copies == Role.REPLICA;
    }

    /** Names of all, in their order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(topology -> topology.id).toList();
    }

    /** The one with this name. */
    public static Topology of(String id) {
        return values()[ids().indexOf(id)];
    }
}
