package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;

import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.labs.GoldenRuns;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of runs that nobody thought of: every distribution, every strategy, disturbed in every way. */
class GoldenRunTest {

    @ParameterizedTest
    @EnumSource
    void fiftyScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(LoadBalancingStrategy strategy) {
        GoldenRuns.hold(
                LAB,
                "random " + strategy.id(),
                LongStream.range(0, 50)
                        .mapToObj(seed -> Runs.with(Runs.any(seed), "strategies", strategy.id()))
                        .toList());
    }
}
