package dev.tilab.labs.loadbalancing;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.cloud.balancer.Strategy;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.LaneSummary;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.ResponseTimes;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.Sessions;
import dev.tilab.labs.loadbalancing.LoadBalancingSummary.TargetSummary;
import dev.tilab.simulation.timeline.Percentiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the figures of a lane, in memory that does not grow with its requests. */
final class LaneFigures extends LaneObserver {

    private static final byte NONE = -1;

    private final long durationMicros;

    /** Instant of the lane's clock at which the run begins: what arrived before is in no figure but the targets' load. */
    private final long fromMicros;

    private final long latencyMicros;
    private final Percentiles responseTimes;
    private final long[] sent;
    private final long[] busyMicros;

    /** Sum over requests of the time spent at the target: the integral of the number there. */
    private final long[] presentMicros;

    /** Target of each client's last request. */
    private final byte[] lastTarget;

    /** Response times of the completed requests that arrived in the second half of the run: their sum and number. */
    private long lateMicros;

    private long late;

    private long completed;
    private long rejected;
    private long failed;
    private long clients;
    private long moved;

    LaneFigures(LoadBalancingScenario scenario) {
        durationMicros = scenario.durationMicros;
        fromMicros = scenario.warmUpMicros;
        latencyMicros = scenario.latencyMicros;
        responseTimes = new Percentiles(durationMicros);
        int targets = scenario.speeds.size();
        sent = new long[targets];
        busyMicros = new long[targets];
        presentMicros = new long[targets];
        lastTarget = new byte[scenario.clients];
        Arrays.fill(lastTarget, NONE);
    }

    @Override
    void chosen(Request request, Strategy strategy) {
        if (request.arrivalMicros < fromMicros) {
            return;
        }
        int target = request.target;
        sent[target]++;
        byte before = lastTarget[request.client];
        if (before != target) {
            lastTarget[request.client] = (byte) target;
            if (before == NONE) {
                clients++;
            } else {
                moved++;
            }
        }
    }

    @Override
    void left(Request request) {
        present(request, request.endMicros);
    }

    @Override
    void remains(Request request) {
        present(request, fromMicros + durationMicros);
    }

    private void present(Request request, long untilMicros) {
        int target = request.target;
        presentMicros[target] += since(request.arrivalMicros + latencyMicros, untilMicros);
        if (request.startMicros >= 0) {
            busyMicros[target] += since(request.startMicros, untilMicros);
        }
    }

    /** How much of a time lies in the run. */
    private long since(long beganMicros, long untilMicros) {
        return Math.max(0, untilMicros - Math.max(beganMicros, fromMicros));
    }

    @Override
    void replied(Request request, long nowMicros) {
        if (request.arrivalMicros < fromMicros) {
            return;
        }
        if (request.outcome == Outcome.COMPLETED) {
            completed++;
            responseTimes.record(nowMicros - request.arrivalMicros);
            if (request.arrivalMicros - fromMicros >= durationMicros / 2) {
                late++;
                lateMicros += nowMicros - request.arrivalMicros;
            }
        } else if (request.outcome == Outcome.REJECTED) {
            rejected++;
        } else {
            failed++;
        }
    }

    /** Mean response time so far; null if nothing was completed. */
    @Nullable
    Double meanMillis() {
        return responseTimes.meanMillis();
    }

    /** A percentile of the response times; null if nothing was completed. */
    @Nullable
    Double millis(double percent) {
        return responseTimes.millis(percent);
    }

    /** Mean response time of what arrived in the second half of the run; null if nothing of it was completed. */
    @Nullable
    Double secondHalfMeanMillis() {
        return late == 0 ? null : lateMicros / 1000.0 / late;
    }

    LaneSummary summary(LoadBalancingStrategy strategy, Lane lane) {
        List<TargetSummary> targets = new ArrayList<>();
        for (int index = 0; index < sent.length; index++) {
            targets.add(new TargetSummary(
                    "target-" + (index + 1),
                    sent[index],
                    rounded((double) busyMicros[index] / durationMicros),
                    rounded((double) presentMicros[index] / durationMicros),
                    lane.maxInSystem(index)));
        }
        return new LaneSummary(
                strategy.id(),
                lane.requests(),
                completed,
                rejected,
                failed,
                lane.inFlight(),
                new ResponseTimes(
                        responseTimes.meanMillis(),
                        responseTimes.millis(50),
                        responseTimes.millis(95),
                        responseTimes.millis(99),
                        responseTimes.maxMillis()),
                List.copyOf(targets),
                imbalance(lane.requests()),
                new Sessions(clients, moved));
    }

    private Double imbalance(long requests) {
        if (requests == 0) {
            return null;
        }
        long largest = Arrays.stream(sent).max().orElseThrow();
        return rounded((double) largest * sent.length / requests);
    }

    /** Six places say all that such a figure can say. */
    private static double rounded(double figure) {
        return StrictMath.rint(figure * 1e6) / 1e6;
    }
}
