package dev.tilab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.lab.Action;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A lab says what its runs cost, and does not lie: others wait for whoever says too little. What was spent is counted in
 * nominal nanoseconds, so nothing here depends on the machine.
 */
@Tag("slow")
class CostTest {

    /**
     * How many times too high. Half of all scenarios lie below 4; far above are the ones that are said to fail all the time,
     * and in which nothing fails.
     */
    private static final double MOST_TOO_HIGH = 120;

    /** Runs that cost more are not run here; they are the same models for longer. */
    private static final long WORTH_RUNNING_NANOS = 2_500_000_000L;

    private static final long WORTH_DRAWING_NANOS = 300_000_000L;

    private static final int RANDOM = 60;

    record Case(Lab<?> lab, Map<String, String> values) {
        @Override
        public String toString() {
            return lab.id() + " " + values;
        }
    }

    /** Each preset, what attackers found, and scenarios that nobody thought of. */
    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Lab<?> lab : Labs.all()) {
            lab.presets().forEach(preset -> cases.add(new Case(lab, preset.values())));
            IntStream.range(0, RANDOM).forEach(seed -> cases.add(new Case(lab, any(lab, new Random(seed)))));
        }
        nasty().forEach(cases::add);
        return cases.stream();
    }

    static Stream<Case> nasty() {
        return Stream.of(
                of(
                        "failover",
                        "duration=1h writeRate=0.5 readRate=0 clients=100 poolSize=100 backoff=10ms requestTimeout=100ms"
                                + " connectTimeout=100ms topologies=single-az,multi-az-instance,multi-az-cluster,read-replica"
                                + " at=1s:fail-zone:az-a"),
                of(
                        "failover",
                        "duration=1h writeRate=20 readRate=30 clients=100 poolSize=100 backoff=10ms requestTimeout=100ms"
                                + " connectTimeout=100ms topologies=single-az at=1s:crash:instance-1,2s:fail-host:instance-1"),
                of(
                        "failover",
                        "duration=1h writeRate=0.1 readRate=0 clients=100 clientZones=az-a-and-az-b"
                                + " balancerNodes=az-a-and-az-b healthCheckInterval=5s topologies=single-az at=1s:fail-zone:az-b"),
                of(
                        "failover",
                        "duration=1h writeRate=0.1 readRate=0 clients=100 clientZones=az-a-and-az-b healthCheck=deep"
                                + " balancerNodes=az-a-and-az-b healthCheckInterval=5s topologies=single-az at=1s:cut-zone:az-a"),
                of(
                        "failover",
                        "duration=1h writeRate=1 readRate=0 clients=100 topologies=read-replica,single-az"
                                + " at=1s:cut-zone:az-a,60s:repair-zone:az-a,61s:cut-zone:az-a,99s:repair-zone:az-a"),
                of("auto-scaling", "duration=14d policies=target-tracking,step-no-warmup,combined,warm-pool"),
                of(
                        "auto-scaling",
                        "duration=2d policies=scheduled schedule=*_*_*_*_*_1;*_*_*_*_*_9;*_*_*_*_*_2;*_*_*_*_*_3"),
                of(
                        "auto-scaling",
                        "duration=14d policies=simple-no-cooldown,step-no-warmup scaleOutBy=50 scaleInBy=50 max=200"
                                + " alarmDatapoints=1 lowDatapoints=1 launchTime=1s highThreshold=60 lowThreshold=59"),
                of(
                        "auto-scaling",
                        "policies=fixed timeout=60s instanceCapacity=100 at=1s:slow-version:group:2,"
                                + "2s:slow-version:group:3,3s:slow-version:group:4,4s:slow-version:group:5,5s:slow-version:group:6"),
                of("load-balancing", "clients=100000 duration=1s strategies=hash,random,round-robin,least-connections"),
                of("load-balancing", "rate=2000 duration=1000s latency=1ms strategies=hash,random"),
                of(
                        "load-balancing",
                        "rate=100 duration=24h queueLimit=0 strategies=response-time"
                                + " targets=1,1,1,1,1,1,1,1,1,1,1,1 at=1s:stop:target-1"));
    }

    private static Case of(String id, String values) {
        Map<String, String> given = new HashMap<>();
        for (String value : values.split(" ")) {
            String[] parts = value.split("=", 2);
            given.put(parts[0], parts[1].replace('_', ' '));
        }
        return new Case(Labs.find(id).orElseThrow(), given);
    }

    /** Guards against a lab that calls a long run short, and against one that calls everything long to be safe. */
    @ParameterizedTest
    @MethodSource("cases")
    void aRunSpendsWhatItsLabSaid(Case each) {
        check(each.lab(), each.values());
    }

    private <S extends Scenario> void check(Lab<S> lab, Map<String, String> values) {
        S scenario = lab.scenario(values);
        long said = lab.cost(scenario).summaryNanos();
        if (said > WORTH_RUNNING_NANOS) {
            return;
        }
        long spent = spent(() -> lab.summary(scenario));

        assertThat(spent).isPositive().isLessThanOrEqualTo(said);
        assertThat(said - 3_000_000).isLessThan((long) (spent * MOST_TOO_HIGH));
        if (lab.cost(scenario).timelineNanos() < WORTH_DRAWING_NANOS) {
            assertThat(spent(() -> lab.timeline(scenario)))
                    .isLessThanOrEqualTo(lab.cost(scenario).timelineNanos());
        }
    }

    private static long spent(Supplier<?> run) {
        Effort effort = new Effort(Long.MAX_VALUE);
        effort.during(run);
        return effort.spentNanos();
    }

    /** Any values that the lab takes, each parameter by itself, most at their default. */
    private static Map<String, String> any(Lab<?> lab, Random random) {
        while (true) {
            Map<String, String> values = new HashMap<>();
            for (Parameter parameter : lab.parameters()) {
                if (random.nextInt(3) == 0) {
                    value(parameter, random).ifPresent(value -> values.put(parameter.id(), value));
                }
            }
            values.putAll(disturbed(lab, random));
            try {
                lab.scenario(values);
                return values;
            } catch (InvalidScenarioException another) {
                continue;
            }
        }
    }

    private static Optional<String> value(Parameter parameter, Random random) {
        return switch (parameter.type()) {
            case CHOICE ->
                Optional.of(parameter
                        .options()
                        .get(random.nextInt(parameter.options().size())));
            case INTEGER -> Optional.of(Long.toString(between(parameter.min(), parameter.max(), random)));
            case DURATION -> Optional.of(between(micros(parameter.min()), micros(parameter.max()), random) + "us");
            case DECIMAL ->
                Optional.of(Long.toString(
                        Math.max(1, between("1", parameter.max().replaceAll("\\..*", ""), random))));
            default -> Optional.empty();
        };
    }

    private static String micros(String duration) {
        return Long.toString(Durations.micros(duration).orElseThrow());
    }

    /** As likely in each power of ten: small values are where loops are long. */
    private static long between(String min, String max, Random random) {
        double low = Math.log(Long.parseLong(min) + 1.0);
        double high = Math.log(Long.parseLong(max) + 1.0);
        return Math.max(
                Long.parseLong(min),
                Math.min(Long.parseLong(max), (long) Math.exp(low + random.nextDouble() * (high - low)) - 1));
    }

    private static Map<String, String> disturbed(Lab<?> lab, Random random) {
        List<String> at = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            Action action = lab.actions().get(random.nextInt(lab.actions().size()));
            String subject = action.subjects().isEmpty()
                    ? action.subject() + "-1"
                    : action.subjects().get(random.nextInt(action.subjects().size()));
            at.add(random.nextInt(900) + "ms:" + action.id() + ":" + subject
                    + (action.hasValue() ? ":" + action.defaultValue() : ""));
        }
        return at.isEmpty() ? Map.of() : Map.of("at", String.join(",", at));
    }
}
