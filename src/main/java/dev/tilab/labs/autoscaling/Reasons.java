package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Activity;
import dev.tilab.cloud.compute.Cause;
import dev.tilab.cloud.compute.Metric;
import dev.tilab.cloud.compute.Policy;
import java.math.BigDecimal;
import java.util.Locale;

/** Scaling activities in English, as the activity history of a group puts them. */
final class Reasons {

    private final AutoScalingScenario scenario;
    private final Policy policy;

    Reasons(AutoScalingScenario scenario, Policy policy) {
        this.scenario = scenario;
        this.policy = policy;
    }

    String of(Activity activity) {
        String change = "changing the desired capacity from " + activity.from() + " to " + activity.to();
        return switch (activity.cause()) {
            case INITIAL -> "The group was there with " + instances(activity.to()) + " when the run began.";
            case MANUAL -> "A user request set the desired capacity, " + change + ".";
            case SCHEDULED ->
                "Scheduled action of " + clock(activity.first()) + " ("
                        + scenario.schedule().zone() + "), " + change + ".";
            case ALARM_HIGH, TARGET_HIGH, ALARM_LOW, TARGET_LOW -> alarm(activity) + ", " + change + ".";
            case FORECAST -> "The forecast expects " + activity.first() + " requests/s, " + change + ".";
            case REPLACED_DEAD ->
                "Instance " + activity.first()
                        + " was taken out of service in response to an EC2 health check and replaced.";
            case REPLACED_UNHEALTHY ->
                "Instance " + activity.first()
                        + " was taken out of service in response to an ELB health check and replaced.";
            case REBALANCE ->
                "Instances were launched in " + zone(activity.first()) + " to balance the group, "
                        + zone(activity.second()) + " had more.";
            case ZONE_LOST ->
                instances(activity.second()) + " in " + zone(activity.first()) + " failed and were replaced.";
            case LAUNCH_FAILED ->
                "Launching an instance in " + zone(activity.first()) + " failed: insufficient instance capacity.";
            case WARM_POOL -> instances(activity.first()) + " launched to fill the warm pool.";
            case RESIZE ->
                "The instance was stopped to change its size from " + size(activity.first()) + " to "
                        + size(activity.second()) + " times the first.";
        };
    }

    private String alarm(Activity activity) {
        boolean requests = policy.metric() == Metric.REQUESTS;
        boolean high = activity.cause() == Cause.ALARM_HIGH || activity.cause() == Cause.TARGET_HIGH;
        String unit = requests ? " requests per target and minute" : " % CPU";
        String alarm = activity.third() == 1 ? "1 datapoint" : activity.third() + " datapoints";
        return "An alarm of policy " + policy.id() + " went off after " + alarm + " (" + tenths(activity.first()) + unit
                + (high ? " above " : " below ") + tenths(activity.second()) + ")";
    }

    private static String instances(long count) {
        return count == 1 ? "1 instance" : count + " instances";
    }

    private static String tenths(long value) {
        return BigDecimal.valueOf(value, 1).stripTrailingZeros().toPlainString();
    }

    private static String size(long doublings) {
        return Long.toString(1L << doublings);
    }

    private static String zone(long index) {
        return AutoScalingParameters.ZONES.get((int) index);
    }

    private static String clock(long minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
