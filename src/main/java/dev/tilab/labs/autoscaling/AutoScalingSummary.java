package dev.tilab.labs.autoscaling;

import java.util.List;
import java.util.Map;

/**
 * The figures of a run.
 *
 * @param scenario parameter id → canonical value
 * @param lanes one a policy, in the order of the scenario
 * @param bounds fleets to compare them with; null where no number of instances keeps the objective
 */
public record AutoScalingSummary(Map<String, String> scenario, List<LaneSummary> lanes, BoundsSummary bounds) {

    /**
     * How one policy lived through the run.
     *
     * @param policy id of the policy
     * @param requests requests that arrived
     * @param failedRequests those that found no room, or an instance that was dead
     * @param secondsOutsideObjective time in which 99 % were not within the objective, or more than 1 % failed
     * @param responseTimeMs of the requests that were answered
     * @param instanceHours hours that are billed
     * @param costUsd what they cost, the volumes of stopped instances included
     * @param costPerMonthUsd the same for 730 h at this pattern
     * @param wastedInstanceHours hours billed beyond what the clairvoyant fleet needs, in instances of the scenario's type;
     *     below 0 where the lane had too few; null without bounds
     * @param overClairvoyant cost beyond the clairvoyant fleet's, as a share of that; null without bounds
     * @param scalingActivities changes of the desired capacity or of the size
     * @param directionChanges how often a change out followed one in, or one in followed one out
     * @param peakInstances most instances that served at once
     * @param replacements instances that the group replaced because they were dead or unhealthy
     * @param secondsToEnoughCapacity the first shortage after a rush or a jump of the traffic; null if there was none
     * @param activities what the group did, in the order of time
     */
    public record LaneSummary(
            String policy,
            long requests,
            long failedRequests,
            double secondsOutsideObjective,
            ResponseTimeMs responseTimeMs,
            double instanceHours,
            double costUsd,
            double costPerMonthUsd,
            Double wastedInstanceHours,
            Double overClairvoyant,
            int scalingActivities,
            int directionChanges,
            int peakInstances,
            int replacements,
            EnoughCapacity secondsToEnoughCapacity,
            List<ActivityRow> activities) {}

    /**
     * @param p50 median in milliseconds; null if nothing was answered
     * @param p99 99th percentile
     */
    public record ResponseTimeMs(Double p50, Double p99) {}

    /**
     * From the first moment that instances are too few until they are enough again. The parts follow each other, and where none
     * is missing they add up to the whole; one that had not ended when there was enough is null.
     *
     * @param total null if they never were enough again
     * @param metric until CloudWatch knows the first datapoint that breaches; null where none did or nothing watches
     * @param alarm from there until the alarm makes the group larger
     * @param boot from the decision until the first instance that it launched runs, or a stopped one runs again
     * @param application until its application has started; {@code boot} is part of it where a resize stops the instance
     * @param healthCheck until the load balancer's health check lets it serve
     * @param further until there are enough: more instances, more alarms, cooldowns between them
     */
    public record EnoughCapacity(
            Double total,
            Double metric,
            Double alarm,
            Double boot,
            Double application,
            Double healthCheck,
            Double further) {}

    /**
     * @param from desired capacity before
     * @param to and after
     * @param reason what the activity history says
     */
    public record ActivityRow(double atSeconds, int from, int to, String reason) {}

    public record BoundsSummary(Clairvoyant clairvoyant, Peak peak) {}

    /** The fewest instances in each slot that keep the objective, for whoever knows the traffic. */
    public record Clairvoyant(double instanceHours, double costUsd) {}

    /** The most that the clairvoyant fleet ever needs, all the time. */
    public record Peak(int instances, double instanceHours, double costUsd) {}
}
