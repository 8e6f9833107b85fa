package dev.tilab.labs.elb;

import dev.tilab.labs.elb.ElbSummary.Count;
import dev.tilab.labs.elb.ElbSummary.LaneSummary;
import dev.tilab.labs.elb.ElbSummary.PartnerSummary;
import dev.tilab.labs.elb.ElbSummary.ServiceSummary;
import dev.tilab.labs.elb.ElbSummary.TargetSummary;
import dev.tilab.labs.elb.ElbSummary.ZoneSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The figures of a lane, read out of what it recorded. */
final class LaneFigures {

    private static final int SERVICES = Service.values().length;

    private final Lane lane;
    private final ElbScenario scenario;
    private final Workload work;
    private final LetterRecord record;
    private final long[] fates = new long[Fate.values().length];
    private final long[][] services = new long[SERVICES][Fate.values().length];
    private final long[] received;
    private final long[] delivered;
    private final long[] partner = new long[3];
    private final long[] statuses = new long[600];

    LaneFigures(Lane lane) {
        this.lane = lane;
        scenario = lane.scenario;
        work = lane.work;
        record = lane.record;
        int targets = lane.balancer == Balancer.DNS ? 1 : scenario.targets.size();
        received = new long[targets];
        delivered = new long[targets];
        for (int row = 0; row < work.rows(); row++) {
            count(row);
        }
    }

    private void count(int row) {
        Fate fate = record.fate(row);
        fates[fate.ordinal()]++;
        services[work.service[row]][fate.ordinal()]++;
        statuses[record.status(row)]++;
        if (record.reachedMicros(row) >= 0) {
            int target = lane.balancer == Balancer.DNS ? 0 : record.target(row);
            received[target]++;
            delivered[target] += fate == Fate.DELIVERED ? 1 : 0;
        }
        if (isPartners(row)) {
            partner[0]++;
            partner[1] += fate == Fate.DELIVERED ? 1 : 0;
            partner[2] += fate == Fate.OLD_ADDRESS ? 1 : 0;
        }
    }

    private boolean isPartners(int row) {
        return work.senders.get(work.sender[row]).kind() == SenderKind.PARTNER;
    }

    LaneSummary summary() {
        Outages outages = new Outages(lane);
        return new LaneSummary(
                Words.id(lane.balancer),
                work.rows(),
                fates[Fate.DELIVERED.ordinal()],
                failed(fates),
                fates[Fate.IN_FLIGHT.ordinal()],
                Fate.CAUSES.stream()
                        .map(cause -> new Count(Words.id(cause), fates[cause.ordinal()]))
                        .toList(),
                services(),
                targets(),
                zones(),
                skew(),
                lane.threads.all().size(),
                closed(each -> each != ClosedBy.OPEN && each != ClosedBy.SENDER),
                closed(each -> each == ClosedBy.IDLE),
                record.mostTargets(),
                Dependence.of(table()),
                (int) lane.rows("names").stream()
                        .mapToLong(row -> row[2])
                        .distinct()
                        .count(),
                seesClients() ? "client" : "node",
                new PartnerSummary(partner[0], partner[1], partner[2]),
                outages.outAfterSeconds(),
                record.countFailedThoughKnown(),
                outages.lastBackAfterSeconds(),
                statuses[502],
                statuses[503],
                statuses[504],
                new Billing(lane).bill());
    }

    private static long failed(long[] of) {
        return Fate.CAUSES.stream().mapToLong(cause -> of[cause.ordinal()]).sum();
    }

    private List<ServiceSummary> services() {
        return Arrays.stream(Service.values())
                .map(service -> {
                    long[] of = services[service.ordinal()];
                    return new ServiceSummary(
                            Words.id(service), Arrays.stream(of).sum(), of[Fate.DELIVERED.ordinal()], failed(of));
                })
                .toList();
    }

    private List<TargetSummary> targets() {
        if (lane.balancer == Balancer.DNS) {
            return List.of(new TargetSummary("server", "all", ElbParameters.ZONES.get(0), received[0], delivered[0]));
        }
        List<TargetSummary> targets = new ArrayList<>();
        for (int target = 0; target < received.length; target++) {
            Placed placed = scenario.targets.get(target);
            targets.add(new TargetSummary(
                    placed.name(),
                    Words.id(placed.service()),
                    ElbParameters.ZONES.get(placed.zone()),
                    received[target],
                    delivered[target]));
        }
        return targets;
    }

    private List<ZoneSummary> zones() {
        long[] byZone = new long[ElbParameters.ZONES.size()];
        for (int target = 0; target < received.length; target++) {
            int zone = lane.balancer == Balancer.DNS
                    ? 0
                    : scenario.targets.get(target).zone();
            byZone[zone] += received[target];
        }
        return IntStream.range(0, byZone.length)
                .mapToObj(zone -> new ZoneSummary(ElbParameters.ZONES.get(zone), byZone[zone]))
                .toList();
    }

    private Double skew() {
        if (lane.balancer == Balancer.DNS) {
            return null;
        }
        long[] api = IntStream.range(0, received.length)
                .filter(target -> scenario.targets.get(target).service() == Service.API)
                .mapToLong(target -> received[target])
                .toArray();
        long sum = Arrays.stream(api).sum();
        return sum == 0 ? null : (Double) (Arrays.stream(api).max().orElse(0) * (double) api.length / sum);
    }

    private long closed(Predicate<ClosedBy> how) {
        return lane.threads.all().stream()
                .filter(each -> how.test(each.closedBy))
                .count();
    }

    /** Letters over HTTP that came to a target, by what they were meant for and where they came. */
    private long[][] table() {
        long[][] table = new long[Service.WEB.size()][received.length];
        for (int row = 0; row < work.rows(); row++) {
            if (lane.balancer != Balancer.DNS
                    && record.reachedMicros(row) >= 0
                    && work.serviceOf(row).isWeb()) {
                table[work.service[row]][record.target(row)]++;
            }
        }
        return table;
    }

    /** Over TCP; a Network Load Balancer may keep clients' addresses, all others send under their own. */
    private boolean seesClients() {
        return lane.balancer == Balancer.DNS || lane.balancer == Balancer.NLB && scenario.preservesClientIp;
    }
}
