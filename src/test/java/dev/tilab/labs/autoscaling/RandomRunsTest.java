package dev.tilab.labs.autoscaling;

import dev.tilab.labs.Reach;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomRunsTest {

    /** A policy that was added to the list was in none of the runs that invariants and bytes are checked on. */
    @Test
    void everyOneIsInTheRandomScenarios() {
        Reach.reachesEveryLane(
                Runs.LAB, Stream.iterate(0L, seed -> seed + 1).limit(104).map(Runs::any));
    }

    /** Guards against something that can be done and that no test ever does by chance. */
    @Test
    void everythingIsDoneInTheRandomScenarios() {
        Reach.reachesEveryAction(
                Runs.LAB, Stream.iterate(0L, seed -> seed + 1).limit(104).map(Runs::any));
    }
}
