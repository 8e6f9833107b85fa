package dev.tilab.labs.elb;

import dev.tilab.labs.Reach;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomRunsTest {

    /** Guards against something that can be done and that no test ever does by chance. */
    @Test
    void everythingIsDoneInTheRandomScenarios() {
        Reach.reachesEveryAction(Runs.LAB, LongStream.range(0, 100).mapToObj(Runs::any));
    }
}
