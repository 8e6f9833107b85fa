package dev.tilab.labs.failover;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run.
 *
 * @param scenario parameter id → canonical value
 * @param lanes one a topology, in the order of the scenario
 */
public record FailoverSummary(Map<String, String> scenario, List<LaneSummary> lanes) {

    /**
     * How one topology lived through the run; requests = completed + failedRequests + inFlight.
     *
     * @param topology id of the topology
     * @param requests reads and writes that arrived
     * @param writes those of them that are writes
     * @param completed requests that were answered
     * @param failedRequests requests that had no answer in time, or whose connection broke
     * @param failedRequestsAt what kept them from being answered
     * @param inFlight requests without an answer at the end of the run
     * @param outageSeconds how long users could not write
     * @param acknowledgedWrites writes that users were told are safe
     * @param acknowledgedWritesLost those of them that exist nowhere at the end of the run
     * @param acknowledgedWritesOutOfReach those of them that only machines without power hold at the end of the run
     * @param lostWrites which ones all of these are, and which were gone for a while
     * @param commitMs commit times over the whole run
     * @param commitMsBefore of writes that arrived before the first fault
     * @param commitMsAfter of writes that arrived after it
     * @param phases steps of the first incident, in seconds of the run
     * @param readsServedByCopies reads that a standby or replica answered
     * @param availability completed ÷ ended requests; null if none ended
     * @param sla share of time that the service level agreement names
     * @param relativePrice price ÷ price of Single-AZ
     * @param documentedSeconds typical duration of a failover by the documents; null where they give none
     */
    public record LaneSummary(
            String topology,
            long requests,
            long writes,
            long completed,
            long failedRequests,
            FailedAt failedRequestsAt,
            long inFlight,
            Outage outageSeconds,
            long acknowledgedWrites,
            long acknowledgedWritesLost,
            long acknowledgedWritesOutOfReach,
            List<LostWrites> lostWrites,
            CommitTimes commitMs,
            CommitTimes commitMsBefore,
            CommitTimes commitMsAfter,
            List<PhaseAt> phases,
            long readsServedByCopies,
            Double availability,
            double sla,
            double relativePrice,
            DocumentedRange documentedSeconds) {}

    /**
     * The first thing on the way that did not pass a request on, or no longer its answer back; the sum is all that failed.
     *
     * @param node the load balancer's node did not answer, or had no target at all
     * @param target the node's target was out of its reach
     * @param database everything behind; all of them without a load balancer
     */
    public record FailedAt(long node, long target, long database) {}

    /**
     * Both from the arrival of the first write that failed (with a load balancer: of the first request); 0 if none did, null
     * if it has not ended by the end of the run.
     *
     * @param first until a write that arrived later is acknowledged, whoever its client is: in a partition the others may be out
     *     for as long as it lasts
     * @param last until the last client is linked again; with a load balancer until the last user has had an answer again
     * @param onlyIn name of the zone, cut off at that time, whose clients alone the first one is about: everybody else is still
     *     out; null as a rule
     */
    public record Outage(
            Double first, Double last, @Nullable String onlyIn) {

        Outage(Double first, Double last) {
            this(first, last, null);
        }
    }

    /**
     * @param p50 median in milliseconds, from the arrival of the request: waiting for a connection is part of it; null without
     *     acknowledged writes
     * @param p99 99th percentile
     * @param sentP50 median from the instant at which the request had a connection and was sent
     * @param sentP99 99th percentile of the same
     */
    public record CommitTimes(Double p50, Double p99, Double sentP50, Double sentP99) {}

    /**
     * @param cause {@code not-replicated}, {@code no-copy}, {@code deleted}, {@code not-restored}, {@code split-brain} or {@code out-of-reach}, which is
     *     no loss; the last one, where one of the same writes followed the other
     * @param firstLsn lowest place in the log
     * @param lastLsn highest place in the log
     * @param count how many acknowledged writes of this loss lie between; where two machines wrote, others lie there, too
     * @param fromSeconds instant of the run from which on nobody can read them
     * @param untilSeconds instant at which they are there again; null if they are not by the end of the run
     */
    public record LostWrites(
            String cause, long firstLsn, long lastLsn, long count, double fromSeconds, Double untilSeconds) {}

    /** @param atSeconds instant of the run */
    public record PhaseAt(String name, double atSeconds) {}

    public record DocumentedRange(int min, int max) {}
}
