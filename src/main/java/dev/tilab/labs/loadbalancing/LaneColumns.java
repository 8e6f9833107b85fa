package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps everything about each request of a lane, one row a request in order of arrival. */
final class LaneColumns extends LaneObserver {

    /** Stands where there is nothing: never started, not ended, not eligible. */
    private static final long NOTHING = -1;

    private final int targets;
    private final long latencyMicros;
    private final long[] target;
    private final long[] waitMicros;
    private final long[] endedMicros;
    private final long[] outcome;
    private final long[] reason;

    /** What the strategy saw, by target and row; no targets if it looks at nothing. */
    private long[][] seen = {};

    LaneColumns(LoadBalancingScenario scenario, int requests) {
        targets = scenario.speeds.size();
        latencyMicros = scenario.latencyMicros;
        target = new long[requests];
        waitMicros = new long[requests];
        endedMicros = new long[requests];
        outcome = new long[requests];
        reason = new long[requests];
        Arrays.fill(waitMicros, NOTHING);
        Arrays.fill(endedMicros, NOTHING);
    }

    @Override
    void chosen(Request request, Strategy strategy) {
        target[request.row] = request.target;
        reason[request.row] = strategy.reason(request.arrivalMicros).ordinal();
        if (strategy.comparesValues()) {
            see(request, strategy);
        }
    }

    private void see(Request request, Strategy strategy) {
        if (seen.length == 0) {
            seen = new long[targets][target.length];
        }
        for (int each = 0; each < targets; each++) {
            seen[each][request.row] = strategy.isEligible(each) ? strategy.value(each, request.arrivalMicros) : NOTHING;
        }
    }

    @Override
    void left(Request request) {
        remains(request);
        endedMicros[request.row] = request.endMicros - request.arrivalMicros - latencyMicros;
    }

    @Override
    void replied(Request request, long nowMicros) {
        outcome[request.row] = LoadBalancingTimeline.OUTCOMES.indexOf(request.outcome);
    }

    @Override
    void remains(Request request) {
        if (request.startMicros >= 0) {
            waitMicros[request.row] = request.startMicros - request.arrivalMicros - latencyMicros;
        }
    }

    Table table() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("target", target, false),
                new Column("waitMicros", waitMicros, false),
                new Column("endedMicros", endedMicros, false),
                new Column("outcome", outcome, false),
                new Column("reason", reason, false)));
        for (int each = 0; each < seen.length; each++) {
            columns.add(new Column("seen" + each, seen[each], false));
        }
        return new Table("lane", target.length, columns);
    }
}
