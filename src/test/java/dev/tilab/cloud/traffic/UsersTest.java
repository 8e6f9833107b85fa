package dev.tilab.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.BalancerSettings;
import dev.tilab.cloud.balancer.CheckResult;
import dev.tilab.cloud.balancer.HealthCheckSettings;
import dev.tilab.cloud.balancer.LoadBalancer;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Target;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A user's request on its way to a target and back, through a node in the first zone that counts what is open; targets in two others. */
class UsersTest {

    private static final long SECOND = 1_000_000;

    private final Region region = new Region(3, 3, 100 * SECOND, 1);
    private final LoadBalancer balancer = new LoadBalancer(
            region,
            new BalancerSettings(
                    List.of(0),
                    LoadBalancingStrategy.LEAST_CONNECTIONS,
                    true,
                    60 * SECOND,
                    60 * SECOND,
                    false,
                    new HealthCheckSettings(90 * SECOND, 5 * SECOND, 2, 2)));
    private final List<String> seen = new ArrayList<>();
    private final Users users = new Users(region, balancer, 1, 60 * SECOND, 10 * SECOND, new Users.Listener() {
        @Override
        public void came(Request request, int zone, int target) {
            seen.add(request.row + " to " + target);
        }

        @Override
        public void ended(Request request, Outcome how, Place stuck) {
            String where = stuck == null ? "" : " at " + stuck;
            seen.add(request.row + " " + how.id() + where + " after "
                    + (region.nowMicros() - request.arrivalMicros) / 1e6);
        }
    });

    /** A target in a zone that answers every request after so many seconds. */
    private void target(int zone, double seconds) {
        balancer.register(new Target(
                zone,
                (request, reply) -> region.later((long) (seconds * SECOND), () -> reply.accept(Outcome.COMPLETED)),
                answer -> answer.accept(CheckResult.PASSED)));
    }

    private List<String> ask(List<Intervention> disturbances, long... seconds) {
        Iterator<Long> arrivals = LongStream.of(seconds).iterator();
        int[] row = {0};
        region.disturb(disturbances);
        new OpenWorkload(
                        region,
                        () -> {
                            if (!arrivals.hasNext()) {
                                return null;
                            }
                            Request request = new Request();
                            request.row = row[0]++;
                            request.arrivalMicros = arrivals.next() * SECOND;
                            return request;
                        },
                        users::ask)
                .begin();
        region.run();
        return seen;
    }

    private static Intervention zone(long second, String action, int zone) {
        return new Intervention(second * SECOND, action, "zone", zone, 0);
    }

    /** Guards against a node that never learns that a request has come back: each target would get its turn. */
    @Test
    void whatHasComeBackIsOpenNoLonger() {
        target(1, 0.5);
        target(2, 5);

        assertThat(ask(List.of(), 1, 2, 3, 4, 9, 10))
                .containsExactly(
                        "0 to 0",
                        "0 completed after 0.5",
                        "1 to 1",
                        "2 to 0",
                        "2 completed after 0.5",
                        "3 to 0",
                        "3 completed after 0.5",
                        "1 completed after 5.0",
                        "4 to 0",
                        "4 completed after 0.5",
                        "5 to 1",
                        "5 completed after 5.0");
    }

    /** Guards against a target that stays busy for ever because one of its answers got lost. */
    @Test
    void whatTheNodeWaitsForInVainIsOpenUntilItsTimeIsOver() {
        target(1, 0.5);
        target(2, 5);

        assertThat(ask(List.of(zone(3, Zones.CUT.id(), 2), zone(8, Zones.REPAIR.id(), 2)), 1, 2, 9, 11, 13, 14))
                .containsExactly(
                        "0 to 0",
                        "0 completed after 0.5",
                        "1 to 1",
                        "2 to 0",
                        "2 completed after 0.5",
                        "3 to 0",
                        "3 completed after 0.5",
                        "1 timed-out at TARGET after 10.0",
                        "4 to 0",
                        "4 completed after 0.5",
                        "5 to 1",
                        "5 completed after 5.0");
    }

    /** Guards against an answer that the node has and that stays open because its user cannot be told. */
    @Test
    void whatOnlyTheUserWaitsForInVainIsNotOpen() {
        target(0, 1);
        target(0, 5);

        assertThat(ask(List.of(zone(3, Zones.CUT.id(), 0), zone(9, Zones.REPAIR.id(), 0)), 1, 4, 10, 11))
                .containsExactly(
                        "0 to 0",
                        "0 completed after 1.0",
                        "1 to -1",
                        "2 to 1",
                        "3 to 0",
                        "3 completed after 1.0",
                        "1 timed-out at NODE after 10.0",
                        "2 completed after 5.0");
    }

    @Test
    void anUnreachableTargetAndNoneAtAllAreTwoThings() {
        target(1, 0.5);
        assertThat(ask(List.of(zone(1, Zones.FAIL.id(), 1)), 2))
                .containsExactly("0 to 0", "0 timed-out at TARGET after 10.0");

        balancer.deregister(0);
        seen.clear();
        Request late = new Request();
        late.arrivalMicros = region.nowMicros();
        users.ask(late);
        assertThat(seen).as("nobody is told before he has asked").containsExactly("0 to -1");
    }
}
