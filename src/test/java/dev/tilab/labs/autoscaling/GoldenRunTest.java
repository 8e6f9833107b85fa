package dev.tilab.labs.autoscaling;

import static dev.tilab.labs.autoscaling.Runs.LAB;

import dev.tilab.cloud.compute.Policy;
import dev.tilab.labs.GoldenRuns;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of runs that nobody thought of: every policy and every traffic but the wave, disturbed in every way. */
class GoldenRunTest {

    @ParameterizedTest
    @EnumSource
    void thirteenScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(Policy policy) {
        GoldenRuns.hold(
                LAB,
                "random " + policy.id(),
                LongStream.range(0, 13).mapToObj(seed -> any(seed, policy)).toList());
    }

    private static AutoScalingScenario any(long seed, Policy policy) {
        Map<String, String> values = new HashMap<>(Runs.any(seed).values());
        values.put("policies", policy.id());
        return LAB.scenario(values);
    }
}
