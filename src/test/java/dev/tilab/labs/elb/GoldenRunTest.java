package dev.tilab.labs.elb;

import dev.tilab.labs.GoldenRuns;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bytes of runs that nobody thought of: every balancer, whatever is done to it. */
class GoldenRunTest {

    @ParameterizedTest
    @EnumSource
    void fiftyScenariosOfAllKindsGiveTheBytesThatTheyAlwaysGave(Balancer balancer) {
        String id = Words.id(balancer);
        GoldenRuns.hold(
                Runs.LAB,
                "random " + id,
                LongStream.range(0, 50)
                        .mapToObj(seed -> Runs.with(Runs.any(seed), "balancers", id))
                        .toList());
    }
}
