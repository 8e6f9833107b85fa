package dev.tilab.labs.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target is out, and in again, after so many results in a row: one that says otherwise begins the row anew. */
class HealthCheckStoriesTest {

    private static final String TWO_NODES = "topologies=single-az clientZones=az-a-and-az-b balancerNodes=az-a-and-az-b"
            + " duration=300s writeRate=1 readRate=0 clients=4 ";
    private static final long SECOND = 1_000_000;

    /** When a node came to believe something else of a target, and what. */
    private record Change(long atMicros, boolean healthy) {}

    /** A partition of one interval fails exactly one check of each pair; the next one passes, and two in a row never fail. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void failuresThatAreNotInARowLeaveATargetHealthy(long seed) {
        String often = "healthCheckInterval=30s unhealthyThreshold=2 healthCheckTimeout=5s seed=" + seed;

        assertThat(changes(often + " at=30s:cut-zone:az-b,60s:repair-zone:az-b,90s:cut-zone:az-b,120s:repair-zone:az-b,"
                        + "150s:cut-zone:az-b,180s:repair-zone:az-b,210s:cut-zone:az-b,240s:repair-zone:az-b"))
                .isEmpty();
        assertThat(changes(often + " at=30s:cut-zone:az-b,90s:repair-zone:az-b"))
                .isNotEmpty();
    }

    /** Three passed, one failed, five passed: eight passed checks are not five in a row. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void passesThatAreNotInARowLeaveATargetUnhealthy(long seed) {
        List<Change> changes = changes("healthCheckInterval=5s unhealthyThreshold=2 healthCheckTimeout=2s seed=" + seed
                + " at=30s:cut-zone:az-b,60s:repair-zone:az-b,75s:cut-zone:az-b,80s:repair-zone:az-b");

        assertThat(changes.stream().filter(change -> !change.healthy()))
                .hasSize(4)
                .allMatch(out -> out.atMicros() < 60 * SECOND);
        assertThat(changes.stream().filter(Change::healthy))
                .hasSize(4)
                .allMatch(in -> in.atMicros() >= 100 * SECOND && in.atMicros() <= 105 * SECOND);
    }

    private static List<Change> changes(String values) {
        Timeline timeline = Runs.LAB.timeline(Runs.scenario(TWO_NODES + values));
        Table health = Runs.table(timeline, "health");
        long[] at = Runs.column(health, "atMicros");
        long[] healthy = Runs.column(health, "healthy");
        return IntStream.range(0, health.rows())
                .mapToObj(row -> new Change(at[row], healthy[row] == 1))
                .toList();
    }
}
