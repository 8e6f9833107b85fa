package dev.tilab.cloud.compute;

import dev.tilab.cloud.traffic.Demand;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What the tests of policies share: a group at an instant, settings with one thing changed, datapoints in a row. */
record Groups(
        long nowMicros,
        int desired,
        int min,
        int max,
        int warming,
        int leaving,
        boolean activityUnderWay,
        long lastActivityEndMicros,
        int size,
        int sizes)
        implements GroupView {

    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    static final Schedule NO_SCHEDULE = new Schedule(List.of(), ZoneId.of("UTC"));

    /** Ten at most a hundred, nothing under way. */
    static Groups of(int desired) {
        return new Groups(0, desired, 1, 100, 0, 0, false, NEVER, 0, 1);
    }

    Groups at(long micros) {
        return new Groups(
                micros, desired, min, max, warming, leaving, activityUnderWay, lastActivityEndMicros, size, sizes);
    }

    Groups within(int fewest, int most) {
        return new Groups(
                nowMicros,
                desired,
                fewest,
                most,
                warming,
                leaving,
                activityUnderWay,
                lastActivityEndMicros,
                size,
                sizes);
    }

    Groups warming(int instances) {
        return new Groups(
                nowMicros, desired, min, max, instances, leaving, activityUnderWay, lastActivityEndMicros, size, sizes);
    }

    Groups leaving(int instances) {
        return new Groups(
                nowMicros, desired, min, max, warming, instances, activityUnderWay, lastActivityEndMicros, size, sizes);
    }

    Groups busy() {
        return new Groups(nowMicros, desired, min, max, warming, leaving, true, lastActivityEndMicros, size, sizes);
    }

    Groups doneAt(long micros) {
        return new Groups(nowMicros, desired, min, max, warming, leaving, false, micros, size, sizes);
    }

    Groups size(int doublings, int of) {
        return new Groups(
                nowMicros, desired, min, max, warming, leaving, activityUnderWay, lastActivityEndMicros, doublings, of);
    }

    /** Target 60 % or 3600 requests a minute, alarms at 80 and 40 % after 3 and 15 datapoints, steps of 10 and 30 %. */
    static PolicySettings settings() {
        return settings(NO_SCHEDULE, 0, (from, to) -> 0);
    }

    static PolicySettings settings(Schedule schedule, long historyMicros, Demand demand) {
        return new PolicySettings(
                100,
                60,
                3600,
                80,
                40,
                3,
                15,
                2,
                1,
                List.of(10.0, 30.0),
                List.of(10.0, 30.0),
                300 * SECOND,
                300 * SECOND,
                schedule,
                historyMicros,
                demand);
    }

    /** The same with other steps. */
    static PolicySettings steps(List<Double> out, List<Double> in) {
        PolicySettings usual = settings();
        return new PolicySettings(
                usual.capacityPerSecond(),
                usual.targetPercent(),
                usual.requestsPerTarget(),
                usual.highPercent(),
                usual.lowPercent(),
                usual.highDatapoints(),
                usual.lowDatapoints(),
                usual.scaleOutBy(),
                usual.scaleInBy(),
                out,
                in,
                usual.cooldownMicros(),
                usual.warmupMicros(),
                usual.schedule(),
                usual.historyMicros(),
                usual.demand());
    }

    static Datapoint cpu(double percent) {
        return new Datapoint(0, percent, Double.NaN);
    }

    static Datapoint requests(double perTarget) {
        return new Datapoint(0, Double.NaN, perTarget);
    }

    /** The answer to the last of so many equal datapoints. */
    static Optional<Change> after(int count, Datapoint datapoint, ScalingPolicy policy, GroupView group) {
        Optional<Change> answer = Optional.empty();
        for (int each = 0; each < count; each++) {
            answer = policy.onDatapoint(datapoint, group);
        }
        return answer;
    }

    static Optional<Integer> desiredAfter(int count, Datapoint datapoint, ScalingPolicy policy, GroupView group) {
        return after(count, datapoint, policy, group).map(Change::to);
    }
}
