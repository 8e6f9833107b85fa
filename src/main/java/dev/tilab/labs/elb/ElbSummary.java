package dev.tilab.labs.elb;

import java.util.List;
import java.util.Map;

/**
 * The figures of a run.
 *
 * @param scenario parameter id → canonical value
 * @param lanes one a balancer, in the order of the scenario
 */
public record ElbSummary(Map<String, String> scenario, List<LaneSummary> lanes) {

    /**
     * How one balancer lived through the run; sent = delivered + failed + inFlight.
     *
     * @param balancer its id
     * @param delivered letters that came to a target of the service that they were meant for, and were answered
     * @param failedBy every cause, with how many letters failed by it
     * @param skew most letters that a target of /api received ÷ the mean over all of them; null if none received any
     * @param connectionsOpened how often a connection was opened
     * @param connectionsCut how many of them ended otherwise than by their sender or the run's end
     * @param idleCuts how many of those ended because nothing had passed for too long
     * @param mostTargetsPerConnection most targets that letters of one connection came to, from its opening to its end
     * @param pathTargetDependence how much the target depends on the path, of letters over HTTP: Cramér's V of service and target
     *     (Cramér, "Mathematical Methods of Statistics", 1946, 21.9), 0 not at all, 1 wholly; null if none came to a target
     * @param addresses how many different addresses its name answered with
     * @param addressSeen whose address targets see: {@code client} or {@code node}
     * @param partner what became of the partner's letters
     * @param outAfterSeconds from the first stop of a target until all nodes that knew it took it out; null if that never happened
     * @param failedAfterKnown letters that failed at a target which their node knew to be unhealthy: it had none better
     * @param lastBackAfterSeconds from the first failure of a zone until the last letter failed by it, those of the partner and of who
     *     stands in it himself aside; null if none did
     */
    public record LaneSummary(
            String balancer,
            long sent,
            long delivered,
            long failed,
            long inFlight,
            List<Count> failedBy,
            List<ServiceSummary> services,
            List<TargetSummary> targets,
            List<ZoneSummary> zones,
            Double skew,
            long connectionsOpened,
            long connectionsCut,
            long idleCuts,
            int mostTargetsPerConnection,
            Double pathTargetDependence,
            int addresses,
            String addressSeen,
            PartnerSummary partner,
            Double outAfterSeconds,
            long failedAfterKnown,
            Double lastBackAfterSeconds,
            long statuses502,
            long statuses503,
            long statuses504,
            Bill bill) {}

    public record Count(String cause, long count) {}

    /** @param service what letters were meant for, wherever they came to */
    public record ServiceSummary(String service, long sent, long delivered, long failed) {}

    /**
     * @param received letters that came to it, whatever they were meant for
     * @param delivered those of them that it answered as they were meant
     */
    public record TargetSummary(String name, String service, String zone, long received, long delivered) {}

    public record ZoneSummary(String zone, long received) {}

    /** @param failedAfterGrace those that failed because the address that he knows had been given back */
    public record PartnerSummary(long sent, long delivered, long failedAfterGrace) {}

    /**
     * What an hour like this run would cost, {@code scale} times as busy, in Seoul.
     *
     * @param dimensions what is measured
     * @param dominating the one that is billed: the largest, never the sum
     * @param units capacity units, or gigabytes of a Classic Load Balancer
     */
    public record Bill(
            List<Dimension> dimensions, String dominating, double units, double usdPerHour, double usdPerMonth) {}

    /** @param id {@code new}, {@code active}, {@code bytes} or {@code rules} */
    public record Dimension(String id, double quantity, double units) {}
}
