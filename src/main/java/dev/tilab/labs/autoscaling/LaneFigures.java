package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.labs.autoscaling.AutoScalingSummary.ActivityRow;
import dev.tilab.labs.autoscaling.AutoScalingSummary.EnoughCapacity;
import dev.tilab.labs.autoscaling.AutoScalingSummary.LaneSummary;
import dev.tilab.labs.autoscaling.AutoScalingSummary.ResponseTimeMs;
import java.util.List;

/** The figures of a lane that has run. */
final class LaneFigures {

    static final double HOURS_A_MONTH = 730;

    private final Lane lane;

    LaneFigures(Lane lane) {
        this.lane = lane;
    }

    /** @param bounds null where no number of instances keeps the objective */
    LaneSummary summary(Bounds bounds) {
        double costUsd = lane.billing.costMicroUsd() / 1e6;
        double hours = lane.scenario.durationMicros() / 3.6e9;
        Reasons reasons = new Reasons(lane.scenario, lane.policy);
        List<Activity> activities = lane.group.activities();
        return new LaneSummary(
                lane.policy.id(),
                lane.demand.total(),
                lane.load.failed,
                rounded(lane.load.outsideMicros / 1e6),
                new ResponseTimeMs(millis(0.5), millis(0.99)),
                rounded(lane.billing.hours()),
                rounded(costUsd),
                rounded(costUsd * HOURS_A_MONTH / hours),
                bounds == null ? null : (Double) rounded(lane.billing.unitHours() - bounds.clairvoyantInstanceHours()),
                bounds == null || bounds.clairvoyantMicroUsd() == 0
                        ? null
                        : (Double) rounded(lane.billing.costMicroUsd() / bounds.clairvoyantMicroUsd() - 1),
                (int) activities.stream().filter(Activity::isScaling).count(),
                directionChanges(activities),
                lane.load.peakServing,
                lane.group.replacements(),
                enough(lane.shortage),
                activities.stream()
                        .map(each -> new ActivityRow(
                                rounded(each.atMicros() / 1e6), each.from(), each.to(), reasons.of(each)))
                        .toList());
    }

    private Double millis(double share) {
        double micros = lane.load.responseTimes.percentileMicros(share);
        return micros < 0 ? null : (Double) (StrictMath.rint(micros) / 1000);
    }

    private static int directionChanges(List<Activity> activities) {
        int changes = 0;
        int before = 0;
        for (Activity each : activities) {
            long by = each.cause() == Cause.RESIZE ? each.second() - each.first() : each.to() - each.from();
            int direction = each.isScaling() ? Long.signum(by) : 0;
            if (direction != 0) {
                changes += direction == -before ? 1 : 0;
                before = direction;
            }
        }
        return changes;
    }

    private static EnoughCapacity enough(Shortage shortage) {
        if (shortage.fromMicros == Shortage.NOT_YET) {
            return null;
        }
        long decided = shortage.decidedMicros;
        boolean byAlarm = shortage.seenMicros != Shortage.NOT_YET
                && (decided == Shortage.NOT_YET || shortage.seenMicros <= decided);
        long running = shortage.ranMicros == Shortage.NOT_YET ? decided : shortage.ranMicros;
        return new EnoughCapacity(
                seconds(shortage.fromMicros, shortage.untilMicros),
                byAlarm ? seconds(shortage.fromMicros, shortage.seenMicros) : null,
                byAlarm ? seconds(shortage.seenMicros, decided) : null,
                seconds(decided, shortage.ranMicros),
                seconds(running, shortage.startedMicros),
                seconds(shortage.startedMicros, shortage.servedMicros),
                seconds(shortage.servedMicros, shortage.untilMicros));
    }

    private static Double seconds(long from, long until) {
        boolean missing = from == Shortage.NOT_YET || until == Shortage.NOT_YET;
        return missing ? null : (Double) rounded((until - from) / 1e6);
    }

    /** Six places say all that such a figure can say. */
    static double rounded(double figure) {
        return StrictMath.rint(figure * 1e6) / 1e6;
    }
}
