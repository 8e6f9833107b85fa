package dev.tilab.cloud.balancer;

import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.ScenarioReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load balancer is like.
 *
 * @param zones where it has a node, from 0; none at all where there is no load balancer
 * @param strategy how a node chooses among the targets that it may ask and believes healthy
 * @param crossZone whether a node may pass requests to targets of other zones
 * @param detectionMicros how long its name goes on to list a node that cannot be reached, and not to list one that can again
 * @param ttlMicros how long users keep the address of a node
 * @param checksDeep whether a health check asks a target for what it depends on itself
 */
public record BalancerSettings(
        List<Integer> zones,
        LoadBalancingStrategy strategy,
        boolean crossZone,
        long detectionMicros,
        long ttlMicros,
        boolean checksDeep,
        HealthCheckSettings healthCheck) {

    private static final @Nullable String ASSUMED = null;

    /** TTL of 60 s, and cross-zone load balancing that an Application Load Balancer always has on. */
    private static final String ELB = "AWS, Elastic Load Balancing: How Elastic Load Balancing works,"
            + " https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html";

    /** Where its nodes are. */
    public static final List<Parameter> NODES = List.of(
            Parameter.choice("balancerNodes", "none", List.of("none", "az-a", "az-a-and-az-b"), ASSUMED),
            Parameter.choice("crossZone", "on", List.of("on", "off"), ELB));

    /** How it finds out about targets, and users about nodes. */
    public static final List<Parameter> CHECKS = List.of(
            Parameter.choice("healthCheck", "shallow", List.of("shallow", "deep"), ASSUMED),
            HealthCheckSettings.INTERVAL,
            HealthCheckSettings.UNHEALTHY,
            Parameter.duration("healthCheckTimeout", "5s", "2s", "120s", HealthCheckSettings.ALB_HEALTH_CHECKS),
            Parameter.duration("nodeDetection", "30s", "0s", "10m", ASSUMED),
            Parameter.duration("balancerDnsTtl", "60s", "1s", "1h", ELB));

    public BalancerSettings {
        zones = List.copyOf(zones);
    }

    /** Reads {@link #NODES} and {@link #CHECKS}; nodes pass requests on in turn, as an Application Load Balancer's do by default. */
    public static BalancerSettings read(ScenarioReader reader) {
        return new BalancerSettings(
                zones(reader.choice("balancerNodes")),
                LoadBalancingStrategy.ROUND_ROBIN,
                reader.choice("crossZone").equals("on"),
                reader.durationMicros("nodeDetection"),
                reader.durationMicros("balancerDnsTtl"),
                reader.choice("healthCheck").equals("deep"),
                new HealthCheckSettings(
                        reader.durationMicros("healthCheckInterval"),
                        reader.durationMicros("healthCheckTimeout"),
                        (int) reader.integer("unhealthyThreshold"),
                        HealthCheckSettings.HEALTHY_THRESHOLD));
    }

    private static List<Integer> zones(String choice) {
        return switch (choice) {
            case "az-a" -> List.of(0);
            case "az-a-and-az-b" -> List.of(0, 1);
            default -> List.of();
        };
    }
}
