package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Fault;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.compute.Billing;
import dev.tilab.cloud.compute.Load;
import dev.tilab.cloud.compute.Meter;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.simulation.engine.Effort;

/**
 * What users of a lane feel: the requests of each slot, spread evenly over the instances that the load balancer sends to.
 * Between two changes every instance is a queue at rest, or on its way there, under the rate that was to be expected; how many
 * came by chance is counted, and no more, because a queue's formulas reckon with that chance already. {@link #advanceTo} brings every
 * integral up to an instant and comes before every change.
 */
final class CountedLoad implements Load {

    /** Parts of a slot add up to the whole but for this. */
    private static final double ROUNDING = 1e-6;

    /** The demand of all lanes becomes so many times as high. */
    static final Fault TRAFFIC = Fault.of("traffic", "group", 0.1, 20, 1.5);

    private final DrawnDemand demand;
    private final Capabilities capabilities;
    private final Routing routing;
    private final Meter meter;
    private final Billing billing;
    private final Scarcity scarcity;
    private final LaneRows rows;
    private final long durationMicros;

    private Capability capability;
    private Arrivals arrivals = Arrivals.BY_CHANCE;
    private int spreadOver;

    private long cursorMicros;
    private int slot;

    private final Effort effort = Effort.current();

    private int serving;
    private int measured;

    private final Occupancy occupancy = new Occupancy();

    /** Requests of the present slot that failed, and a rest below 1 of the slots before. */
    private double lost;

    final ResponseTimes responseTimes = new ResponseTimes();
    long failed;
    long outsideMicros;
    int peakServing;

    /** @param rows takes what a picture needs; null where nobody wants one */
    CountedLoad(
            Region region,
            DrawnDemand demand,
            Capabilities capabilities,
            Routing routing,
            Meter meter,
            Billing billing,
            Scarcity scarcity,
            LaneRows rows) {
        this.demand = demand;
        this.capabilities = capabilities;
        this.routing = routing;
        this.meter = meter;
        this.billing = billing;
        this.scarcity = scarcity;
        this.rows = rows;
        durationMicros = region.endMicros();
        region.beforeEvents(() -> advanceTo(region.nowMicros()));
        region.faults().on(TRAFFIC, what -> {
            // All lanes have the demand in common; it was drawn with its jumps.
        });
    }

    @Override
    public void becomes(int size, double workFactor) {
        capability = capabilities.of(size, workFactor);
        lost += serving * occupancy.becomes(capability.model());
    }

    @Override
    public void sendsTo(int instances, int counted, int dead) {
        if (instances > serving) {
            occupancy.isJoined(serving, instances);
        }
        serving = instances;
        measured = counted;
        if (spreadOver != serving + dead) {
            spreadOver = serving + dead;
            arrivals = routing.among(spreadOver);
        }
        peakServing = Math.max(peakServing, instances);
    }

    @Override
    public void losesOne() {
        lost += occupancy.awaited();
    }

    int serving() {
        return serving;
    }

    void advanceTo(long nowMicros) {
        while (cursorMicros < nowMicros) {
            long slotStart = slot * DrawnDemand.SLOT_MICROS;
            long slotEnd = Math.min(slotStart + DrawnDemand.SLOT_MICROS, durationMicros);
            long until = Math.min(slotEnd, nowMicros);
            int requests = demand.requests(slot);
            double share = (double) (until - cursorMicros) / (slotEnd - slotStart);
            piece(requests * share, demand.mean(slot) * share, cursorMicros, until);
            billing.advanceTo(until);
            cursorMicros = until;
            if (until == slotEnd) {
                int whole = (int) Math.min(requests, lost + ROUNDING);
                lost -= whole;
                failed += whole;
                if (rows != null) {
                    rows.slotEnds(slot, whole, billing.costMicroUsd());
                }
                slot++;
            }
        }
    }

    /**
     * A time in which nothing changes.
     *
     * @param requests that came
     * @param expected that were to be expected
     */
    private void piece(double requests, double expected, long fromMicros, long untilMicros) {
        effort.spend(AutoScalingCost.NANOS_PER_PIECE);
        long micros = untilMicros - fromMicros;
        if (serving == 0) {
            lost += requests;
            outsideMicros += micros;
            scarcity.see(fromMicros, untilMicros, true);
            meter.take(requests, 0, micros, 0, 0);
            if (rows != null) {
                rows.piece(micros, 0, 0, 0, 0, 0, micros);
            }
            return;
        }
        double seconds = micros / 1e6;
        double perSecond = expected / seconds / spreadOver;
        double service = capability.perSecond();
        double pace = arrivals.pace(perSecond / service);
        double down = service * pace;
        double up = pace == 1 ? perSecond : Math.max(0, down + perSecond - service);
        occupancy.advance(up, down, seconds);
        double turnedAway = pace == 1 ? occupancy.turnedAway() : Math.min(1, occupancy.turnedAway() * up / perSecond);
        boolean finishes = capability.model().finishes();
        if (!occupancy.rested() || finishes) {
            effort.spend(AutoScalingCost.nanosOfStep(capability.model().room));
        }
        double admitting = (double) serving / spreadOver * (1 - turnedAway);
        double answering = admitting * (1 - occupancy.leaving());
        double answered = requests * answering;
        lost += requests - answered;
        boolean outside = occupancy.isLate(capability) || 1 - answering > Capability.MAY_FAIL;
        outsideMicros += outside ? micros : 0;
        scarcity.see(fromMicros, untilMicros, outside || perSecond > capability.enoughPerSecond(arrivals));
        occupancy.addTo(responseTimes, requests * admitting);
        // work that nobody waits for keeps an instance busy too, also when those who come are few again
        double utilization = finishes ? 1 - occupancy.empty() : Math.min(1, answered / (serving * service * seconds));
        meter.take(requests, utilization, micros, serving, measured);
        if (rows != null) {
            long mean = Math.round(occupancy.meanMicros());
            long p99 = Math.round(occupancy.p99Micros());
            rows.piece(micros, serving, utilization, answered, mean, p99, outside ? micros : 0);
        }
    }
}
