package dev.tilab.labs.failover;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.ClientSettings;
import dev.tilab.cloud.database.ClusterSettings;
import dev.tilab.cloud.database.Step;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One situation of the failover lab: traffic, clients, topologies, how long steps take, interventions and seed. */
public final class FailoverScenario extends WrittenScenario {

    /** Most requests that a run may have. */
    static final int MAX_REQUESTS = 200_000;

    /** HealthyThresholdCount (AWS, Application Load Balancers, "Health checks for target groups"), default. */
    private static final int HEALTHY_THRESHOLD = 5;

    /** Seeds are below this, so that a browser can count them. */
    static final long SEEDS = 1L << 53;

    /** The longest that a client can be told to keep an address: longer than any run, so for ever. */
    private static final long FOR_EVER_MICROS = 24L * 3_600_000_000L;

    private final Map<String, String> values;
    private final Map<String, Long> durations = new LinkedHashMap<>();

    final List<Topology> topologies;
    final double writesPerSecond;
    final double readsPerSecond;
    final int clients;
    final String clientZones;
    /** Zones of the load balancer's nodes; empty without one. */
    final List<Integer> balancerZones;

    final boolean crossZone;
    final boolean hasDeepChecks;
    final int users;
    final int unhealthyThreshold;
    final int poolSize;
    final boolean renewsWholePool;
    final int cachingClients;
    final boolean replicaInSameZone;
    final long seed;
    final List<Intervention> interventions;

    /** Reads and checks every value; see {@link FailoverLab#scenario}. */
    FailoverScenario(Map<String, String> given) {
        Map<String, String> ownNames = new LinkedHashMap<>(given);
        String fault = ownNames.remove("fault");
        Optional<String> at = Optional.ofNullable(fault).flatMap(alias -> withFault(alias, given.getOrDefault("at", "")));
        at.ifPresent(interventions -> ownNames.put("at", interventions));
        ScenarioReader reader = new ScenarioReader(FailoverParameters.PARAMETERS, ownNames);
        if (fault != null && at.isEmpty()) {
            String kinds = String.join(",", FailoverParameters.FAULTS.keySet());
            reader.reject("fault", fault, "not-a-fault", Values.of("syntax", "<fault>@<time>", "options", kinds));
        }
        topologies = reader.choices("topologies").stream().map(Topology::of).toList();
        writesPerSecond = reader.decimal("writeRate");
        readsPerSecond = reader.decimal("readRate");
        clients = (int) reader.integer("clients");
        clientZones = reader.choice("clientZones");
        balancerZones = zones(reader.choice("balancerNodes"));
        crossZone = reader.choice("crossZone").equals("on");
        hasDeepChecks = reader.choice("healthCheck").equals("deep");
        users = (int) reader.integer("users");
        unhealthyThreshold = (int) reader.integer("unhealthyThreshold");
        poolSize = (int) reader.integer("poolSize");
        renewsWholePool = reader.choice("poolRenewal").equals("all");
        cachingClients = (int) reader.integer("cachingClients");
        replicaInSameZone = reader.choice("replicaZone").equals("az-a");
        seed = reader.integer("seed");
        FailoverParameters.PARAMETERS.stream()
                .filter(parameter -> parameter.type() == dev.tilab.simulation.lab.Parameter.Type.DURATION)
                .forEach(parameter -> durations.put(parameter.id(), reader.durationMicros(parameter.id())));
        interventions = reader.interventions("at", FailoverParameters.ACTIONS, clients, micros("duration"));
        if (hasBalancer() && clientZones.equals("outside") && reader.isRight("clientZones")) {
            reader.reject(
                    "clientZones",
                    reader.text("clientZones"),
                    "targets-outside",
                    Values.of("options", String.join(",", FailoverParameters.TARGET_ZONES)));
        }
        double requests = (writesPerSecond + readsPerSecond) * micros("duration") / 1e6;
        if (reader.isRight("writeRate")
                && reader.isRight("readRate")
                && reader.isRight("duration")
                && requests > MAX_REQUESTS) {
            String expected = BigDecimal.valueOf(requests).setScale(0, RoundingMode.CEILING).toPlainString();
            reader.reject(
                    "duration",
                    reader.text("duration"),
                    "too-many-requests",
                    Values.of("max", Integer.toString(MAX_REQUESTS), "requests", expected));
        }
        values = reader.finish();
    }

    /**
     * {@code fault=az-outage@30s} is another way to write {@code at=30s:fail-zone:az-a}.
     *
     * @param at the interventions given beside it
     */
    private static Optional<String> withFault(String fault, String at) {
        String[] parts = fault.strip().split("@", 2);
        String meant = FailoverParameters.FAULTS.get(parts[0]);
        if (meant == null || parts.length == 1 || Durations.micros(parts[1]).isEmpty()) {
            return Optional.empty();
        }
        String intervention = parts[1] + ":" + meant;
        return Optional.of(at.isBlank() ? intervention : at + "," + intervention);
    }

    private static List<Integer> zones(String choice) {
        return switch (choice) {
            case "az-a" -> List.of(0);
            case "az-a-and-az-b" -> List.of(0, 1);
            default -> List.of();
        };
    }

    /** Whether users reach the clients through a load balancer. */
    boolean hasBalancer() {
        return !balancerZones.isEmpty();
    }

    /** The value of a parameter that is a time. */
    long micros(String parameter) {
        return durations.get(parameter);
    }

    long durationMicros() {
        return micros("duration");
    }

    /** Whether this client, from 0, keeps addresses longer than their TTL says. */
    private boolean isCaching(int client) {
        return client >= clients - cachingClients;
    }

    /** A world in which nothing has happened yet. */
    Region region() {
        return new Region(seed, FailoverParameters.ZONES.size(), durationMicros(), FailoverCost.NANOS_PER_EVENT);
    }

    /** What a database with this topology is like. */
    ClusterSettings cluster(Topology topology) {
        Map<Step, Long> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, micros(step.id()));
        }
        return new ClusterSettings(
                topology,
                machineZones(topology),
                micros("azLatency"),
                micros("replicationLag"),
                micros("backupAt"),
                steps);
    }

    /** Zone of each machine, from 0. */
    List<Integer> machineZones(Topology topology) {
        boolean together = topology == Topology.READ_REPLICA && replicaInSameZone;
        return IntStream.range(0, topology.machines).mapToObj(index -> together ? 0 : index).toList();
    }

    /** What the load balancer is like, where there is one. */
    BalancerSettings balancer() {
        return new BalancerSettings(
                balancerZones,
                crossZone,
                micros("nodeDetection"),
                new HealthCheckSettings(
                        micros("healthCheckInterval"), micros("healthCheckTimeout"), unhealthyThreshold, HEALTHY_THRESHOLD));
    }

    /** What the clients of the database are like. */
    ClientSettings clientSettings() {
        return new ClientSettings(
                poolSize,
                renewsWholePool,
                micros("requestTimeout"),
                micros("connectTimeout"),
                micros("backoff"),
                hasBalancer());
    }

    /** How long this client keeps an address; no end at all where it is longer than every run. */
    long addressMicros(int client) {
        long kept = isCaching(client) ? micros("clientDnsCache") : micros("dnsTtl");
        return kept >= FOR_EVER_MICROS ? Client.FOR_EVER : kept;
    }

    /** Zone of a client, from 0; −1 outside. */
    int zoneOf(int client) {
        return switch (clientZones) {
            case "outside" -> Zones.OUTSIDE;
            case "az-a" -> 0;
            default -> client % 2;
        };
    }

    @Override
    public Map<String, String> values() {
        return values;
    }
}
