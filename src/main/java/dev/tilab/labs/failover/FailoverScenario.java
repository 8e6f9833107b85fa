package dev.tilab.labs.failover;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.database.Client;
import dev.tilab.cloud.database.ClientSettings;
import dev.tilab.cloud.database.ClusterSettings;
import dev.tilab.cloud.database.Topology;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Intervention;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import dev.tilab.simulation.lab.WrittenScenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One situation of the failover lab: traffic, clients, topologies, how long steps take, interventions and seed. */
public final class FailoverScenario extends WrittenScenario {

    /** Most requests that a run may have. */
    static final int MAX_REQUESTS = 200_000;

    /** Seeds are below this, so that a browser can count them. */
    static final long SEEDS = 1L << 53;

    /** The longest that a client can be told to keep an address: longer than any run, so for ever. */
    private static final long FOR_EVER_MICROS = 24L * 3_600_000_000L;

    private final Map<String, String> values;

    final List<Topology> topologies;
    final double writesPerSecond;
    final double readsPerSecond;
    final long durationMicros;
    final int clients;
    final String clientZones;
    final int cachingClients;

    /** How long clients keep an address, and those that cache longer. */
    final long dnsTtlMicros;

    final long clientCacheMicros;
    final int users;

    /** What the load balancer is like; without nodes there is none. */
    final BalancerSettings balancer;

    /** What the clients of the database are like. */
    final ClientSettings clientSettings;

    /** What the database is like under every topology. */
    final ClusterSettings cluster;

    final long seed;
    final List<Intervention> interventions;

    /** Reads and checks every value; see {@link FailoverLab#scenario}. */
    FailoverScenario(Map<String, String> given) {
        Map<String, String> ownNames = new LinkedHashMap<>(given);
        String fault = ownNames.remove("fault");
        Optional<String> at =
                Optional.ofNullable(fault).flatMap(alias -> withFault(alias, given.getOrDefault("at", "")));
        at.ifPresent(interventions -> ownNames.put("at", interventions));
        ScenarioReader reader = new ScenarioReader(FailoverParameters.PARAMETERS, ownNames);
        if (fault != null && at.isEmpty()) {
            String kinds = String.join(",", FailoverParameters.FAULTS.keySet());
            reader.reject("fault", fault, "not-a-fault", Values.of("syntax", "<fault>@<time>", "options", kinds));
        }
        topologies = reader.choices("topologies").stream().map(Topology::of).toList();
        writesPerSecond = reader.decimal("writeRate");
        readsPerSecond = reader.decimal("readRate");
        durationMicros = reader.durationMicros("duration");
        clients = (int) reader.integer("clients");
        clientZones = reader.choice("clientZones");
        cachingClients = (int) reader.integer("cachingClients");
        dnsTtlMicros = reader.durationMicros("dnsTtl");
        clientCacheMicros = reader.durationMicros("clientDnsCache");
        users = (int) reader.integer("users");
        balancer = BalancerSettings.read(reader);
        clientSettings = ClientSettings.read(reader, hasBalancer());
        cluster = ClusterSettings.read(reader);
        seed = reader.integer("seed");
        interventions = reader.interventions("at", FailoverParameters.ACTIONS, clients, durationMicros);
        if (hasBalancer() && clientZones.equals("outside") && reader.isRight("clientZones")) {
            reader.reject(
                    "clientZones",
                    reader.text("clientZones"),
                    "targets-outside",
                    Values.of("options", String.join(",", FailoverParameters.TARGET_ZONES)));
        }
        double requests = (writesPerSecond + readsPerSecond) * durationMicros / 1e6;
        if (reader.isRight("writeRate")
                && reader.isRight("readRate")
                && reader.isRight("duration")
                && requests > MAX_REQUESTS) {
            String expected = BigDecimal.valueOf(requests)
                    .setScale(0, RoundingMode.CEILING)
                    .toPlainString();
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

    /** Whether users reach the clients through a load balancer. */
    boolean hasBalancer() {
        return !balancer.zones().isEmpty();
    }

    /** Whether this client, from 0, keeps addresses longer than their TTL says. */
    private boolean isCaching(int client) {
        return client >= clients - cachingClients;
    }

    /** A world in which nothing has happened yet. */
    Region region() {
        return new Region(seed, FailoverParameters.ZONES.size(), durationMicros, FailoverCost.NANOS_PER_EVENT);
    }

    /** How long this client keeps an address; no end at all where it is longer than every run. */
    long addressMicros(int client) {
        long kept = isCaching(client) ? clientCacheMicros : dnsTtlMicros;
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
