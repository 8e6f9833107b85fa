package dev.tilab.labs.loadbalancing;

import java.util.List;
import java.util.Map;

/**
 * The figures of a run.
 *
 * @param scenario parameter id → canonical value
 * @param lanes one a strategy, in the order of the scenario
 */
public record LoadBalancingSummary(Map<String, String> scenario, List<LaneSummary> lanes) {

    /**
     * How one strategy served the traffic; requests = completed + rejected + failed + inFlight.
     *
     * @param strategy id of the strategy
     * @param requests requests that arrived at the load balancer
     * @param completed requests whose reply reached the load balancer
     * @param rejected requests that found the queue of their target full
     * @param failed requests that their target refused or dropped because it was stopped
     * @param inFlight requests still under way at the end of the run
     * @param responseTimeMs of the completed requests
     * @param targets one a target
     * @param imbalance largest number of requests sent to one target ÷ mean number; null if no request arrived
     * @param sessions how clients were spread
     */
    public record LaneSummary(
            String strategy,
            long requests,
            long completed,
            long rejected,
            long failed,
            long inFlight,
            ResponseTimes responseTimeMs,
            List<TargetSummary> targets,
            Double imbalance,
            Sessions sessions) {}

    /**
     * Response times in milliseconds, from the arrival at the load balancer (whether or not anybody was ready for the
     * request) to the reply; all null if nothing was completed. A percentile p is the smallest recorded time that at
     * least p percent of the requests do not exceed, to 0.1 % above 2 ms.
     *
     * @param mean arithmetic mean
     * @param p50 median
     * @param p95 95th percentile
     * @param p99 99th percentile
     * @param max the longest
     */
    public record ResponseTimes(Double mean, Double p50, Double p95, Double p99, Double max) {}

    /**
     * How one target fared.
     *
     * @param name {@code target-1}, …
     * @param requests requests sent to it
     * @param utilization time spent serving ÷ length of the run
     * @param meanInSystem requests waiting or in service, averaged over time
     * @param maxInSystem most requests waiting or in service at one time
     */
    public record TargetSummary(String name, long requests, double utilization, double meanInSystem, int maxInSystem) {}

    /**
     * How clients were spread.
     *
     * @param clients clients that sent at least one request
     * @param moved requests that went to another target than the same client's request before
     */
    public record Sessions(long clients, long moved) {}
}
