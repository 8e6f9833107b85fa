package dev.tilab.labs.failover;

import static dev.tilab.labs.failover.Runs.LAB;

import dev.tilab.cloud.database.Topology;
import dev.tilab.labs.GoldenRuns;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of runs that nobody thought of: every topology, struck by anything, with and without a way in. */
class GoldenRunTest {

    @ParameterizedTest
    @EnumSource
    void twoHundredScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(Topology topology) {
        GoldenRuns.hold(
                LAB,
                "random " + topology.id,
                LongStream.range(0, 200).mapToObj(seed -> any(seed, topology)).toList());
    }

    @Test
    void twoHundredScenariosBehindALoadBalancerGiveTheBytesThatTheyAlwaysGave() {
        GoldenRuns.hold(
                LAB,
                "random behind-a-balancer",
                LongStream.range(0, 200).mapToObj(Runs::anyBalanced).toList());
    }

    private static FailoverScenario any(long seed, Topology topology) {
        Map<String, String> values = new HashMap<>(Runs.any(seed).values());
        values.put("topologies", topology.id);
        return LAB.scenario(values);
    }
}
