package dev.tilab.cloud.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.cloud.Link;
import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server and the way to it, in a region and nothing else. */
class ServerTest {

    private final Region region = new Region(1, 1, 1_000, 1);
    private final List<String> left = new ArrayList<>();
    private final Server server = new Server(
            region, 2, 1, request -> left.add(request.row + " " + request.outcome.id() + " at " + request.endMicros));

    private static Request request(int row, long demandMicros) {
        Request request = new Request();
        request.row = row;
        request.demandMicros = demandMicros;
        return request;
    }

    private static Intervention at(long micros, String action, double value) {
        return new Intervention(micros, action, "target", 0, value);
    }

    /** At twice the speed 100 µs of demand take 50; the third finds one in service and the only place taken. */
    @Test
    void itServesOneAfterTheOtherAtItsPaceAndRejectsWhatItHasNoRoomFor() {
        for (int row = 0; row < 3; row++) {
            server.arrive(request(row, 100));
        }
        region.run();

        assertThat(left).containsExactly("2 rejected at 0", "0 completed at 50", "1 completed at 100");
        assertThat(server.maxInSystem()).isEqualTo(2);
    }

    /** Half of the demand is done when it becomes four times as slow: the other half takes four times as long. */
    @Test
    void slowingConcernsWhatIsStillToBeDone() {
        Server.disturb(region, List.of(server));
        server.arrive(request(0, 100));
        region.disturb(List.of(at(25, "slow", 4)));

        region.run();

        assertThat(left).containsExactly("0 completed at 125");
    }

    /** Guards against work that is counted from the arrival, not from the last change: 50, then 30 of 100 are still to be done. */
    @Test
    void whoIsSlowedAgainHasDoneInBetweenWhatHisPaceAllowed() {
        Server.disturb(region, List.of(server));
        region.later(500, () -> server.arrive(request(0, 100)));
        region.disturb(List.of(at(525, "slow", 4), at(565, "slow", 2)));

        region.run();

        assertThat(left).containsExactly("0 completed at 595");
    }

    /** Guards against a processor that is said to be busy while it waits for somebody else: groups are scaled by that. */
    @Test
    void whoWaitsForSomebodyElseDoesNotWork() {
        List<Boolean> working = new ArrayList<>();
        server.dependOn((request, reply) -> region.later(200, () -> reply.accept(Outcome.COMPLETED)));
        region.later(10, () -> server.arrive(request(0, 100)));
        for (int at : new int[] {5, 35, 100, 300}) {
            region.later(at, () -> working.add(server.isWorking()));
        }

        region.run();

        assertThat(working).containsExactly(false, true, false, false);
    }

    @Test
    void stoppingFailsWhatIsThereAndRefusesWhatComesUntilItStarts() {
        Server.disturb(region, List.of(server));
        server.arrive(request(0, 100));
        server.arrive(request(1, 100));
        region.disturb(List.of(at(20, "stop", 0), at(200, "start", 0)));
        region.later(30, () -> server.arrive(request(2, 100)));
        region.later(300, () -> server.arrive(request(3, 100)));

        region.run();

        assertThat(left).containsExactly("0 failed at 20", "1 failed at 20", "2 failed at 30", "3 completed at 350");
    }

    /** Guards against a link that loses or overtakes those behind the first. */
    @Test
    void aLinkBringsEverythingInOrderAfterItsLatency() {
        List<String> received = new ArrayList<>();
        Link link = new Link(region, 40, request -> received.add(request.row + " at " + region.nowMicros()));
        link.send(request(0, 1));
        link.send(request(1, 1));
        region.later(10, () -> link.send(request(2, 1)));
        region.later(990, () -> link.send(request(3, 1)));

        region.run();

        assertThat(received).containsExactly("0 at 40", "1 at 40", "2 at 50");
    }

    @Test
    void whatIsThereAtTheEndIsShownInItsOrder() {
        List<Integer> rows = new ArrayList<>();
        server.arrive(request(7, 1_000_000));
        server.arrive(request(8, 1));

        region.run();
        server.present(request -> rows.add(request.outcome == Outcome.IN_FLIGHT ? request.row : -1));

        assertThat(rows).containsExactly(7, 8);
        assertThat(left).isEmpty();
    }

    /** Guards against a server that lets go of a request while somebody else still works on it. */
    @Test
    void whoDependsOnSomebodyElseIsKeptUntilHeAnswers() {
        server.dependOn((request, reply) ->
                region.later(200, () -> reply.accept(request.row == 0 ? Outcome.COMPLETED : Outcome.TIMED_OUT)));
        server.arrive(request(0, 100));
        server.arrive(request(1, 100));

        region.run();

        assertThat(left).containsExactly("0 completed at 250", "1 timed-out at 500");
    }

    /** Guards against an answer that ends a later service than the one that asked, and against slowing what is not its own work. */
    @Test
    void anAnswerThatComesTooLateEndsNothing() {
        Server.disturb(region, List.of(server));
        server.dependOn((request, reply) -> region.later(300, () -> reply.accept(Outcome.COMPLETED)));
        server.arrive(request(0, 100));
        region.disturb(List.of(at(60, "slow", 2), at(80, "stop", 0), at(90, "start", 0), at(95, "slow", 1)));
        region.later(100, () -> server.arrive(request(1, 400)));

        region.run();

        assertThat(left).containsExactly("0 failed at 80", "1 completed at 600");
    }
}
