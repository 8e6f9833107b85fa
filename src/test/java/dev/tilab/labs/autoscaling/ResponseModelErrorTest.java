package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.TargetSummary;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How wrong the model is, against the load-balancing lab's simulation of single requests: four targets that serve 100
 * requests a second each and hold 101, long runs. The page says these figures; whoever changes the model measures them
 * again.
 */
@Tag("slow")
class ResponseModelErrorTest {

    private static final LoadBalancingLab SIMULATION = new LoadBalancingLab();
    private static final ResponseModel MODEL = ResponseModel.of(100, 1_000_000);
    private static final int TARGETS = 4;
    private static final int SEEDS = 4;

    /** Relative errors of the model in percent, those of shares in points; means over several seeds. */
    private record Errors(double utilization, double mean, double p99, double failing) {}

    private static Errors errors(String strategy, double load) {
        double utilization = 0;
        double mean = 0;
        double p99 = 0;
        double failing = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            LaneSummary lane = run(strategy, load, seed);
            utilization += lane.targets().stream()
                            .mapToDouble(TargetSummary::utilization)
                            .average()
                            .orElseThrow()
                    / SEEDS;
            mean += lane.responseTimeMs().mean() * 1000 / SEEDS;
            p99 += lane.responseTimeMs().p99() * 1000 / SEEDS;
            failing += (double) lane.rejected() / lane.requests() / SEEDS;
        }
        double number = MODEL.number(100 * load);
        return new Errors(
                100 * (load * (1 - MODEL.failing(number)) - utilization),
                100 * (MODEL.meanMicros(number) / mean - 1),
                100 * (MODEL.p99Micros(number) / p99 - 1),
                100 * (MODEL.failing(number) - failing));
    }

    private static LaneSummary run(String strategy, double load, int seed) {
        return SIMULATION
                .summary(SIMULATION.scenario(Map.of(
                        "strategies",
                        strategy,
                        "rate",
                        Double.toString(100 * TARGETS * load),
                        "duration",
                        "5000s",
                        "serviceMean",
                        "10ms",
                        "targets",
                        "1,1,1,1",
                        "queueLimit",
                        Integer.toString(MODEL.room - 1),
                        "seed",
                        Integer.toString(seed))))
                .lanes()
                .get(0);
    }

    /** Where requests are spread by chance, as the lab assumes, the model is right but for the chance of the runs. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "0.5, 0.5", "0.6, 0.5", "0.7, 1", "0.8, 1", "0.9, 3", "0.95, 3", "0.98, 3", "1.2, 0.5"})
    void spreadByChanceTheModelIsRight(double load, double percent) {
        Errors errors = errors("random", load);

        assertThat(errors.utilization).isCloseTo(0, within(0.5));
        assertThat(errors.mean).isCloseTo(0, within(percent));
        assertThat(errors.p99).isCloseTo(0, within(percent));
        assertThat(errors.failing).isCloseTo(0, within(0.1));
    }

    /**
     * Spread in turn, arrivals at each target are more regular, and requests wait less than the model says: whoever takes
     * the figures for those of a round-robin balancer errs on the safe side.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 27", "0.6, 45", "0.8, 52", "0.9, 57"})
    void spreadInTurnRequestsAreFasterThanTheModelSays(double load, double percent) {
        Errors errors = errors("round-robin", load);

        assertThat(errors.utilization).isCloseTo(0, within(0.5));
        assertThat(errors.mean).isCloseTo(percent, within(3.0));
        assertThat(errors.p99).isCloseTo(percent, within(3.0));
    }
}
