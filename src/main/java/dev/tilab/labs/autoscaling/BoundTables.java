package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.compute.Prices;
import dev.tilab.cloud.traffic.DrawnDemand;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The fleets that policies are compared with, from a scenario and as tables. */
final class BoundTables {

    private static final int MOST = 200;

    private BoundTables() {}

    /** The bounds of a run; null where even an instance that serves one request at a time misses the objective. */
    static Bounds of(AutoScalingScenario scenario, DrawnDemand demand, Capabilities capabilities) {
        Capability capability = capabilities.of(0, 1);
        if (capability.enoughByChance() <= 0) {
            return null;
        }
        double[] perSecond = new double[demand.slots()];
        for (int slot = 0; slot < perSecond.length; slot++) {
            perSecond[slot] = demand.mean(slot) / (DrawnDemand.SLOT_MICROS / 1e6);
        }
        long price = Prices.of(scenario.instanceType, scenario.region).microUsdPerHour();
        return new Bounds(perSecond, DrawnDemand.SLOT_MICROS, enough(capability, scenario.service.routing()), price);
    }

    /** Of the most instances that a group can have, more are no more regular. */
    private static IntToDoubleFunction enough(Capability capability, Routing routing) {
        double[] known = new double[MOST + 1];
        for (int instances = 0; instances <= MOST; instances++) {
            known[instances] = capability.perSecond()
                    * routing.load(capability.enoughByChance() / capability.perSecond(), instances);
        }
        return instances -> known[Math.min(MOST, instances)];
    }

    /** The clairvoyant fleet, row by row: most instances of a row, cost up to its end. Zeros without bounds. */
    static Table bound(Bounds bounds, int slots, int slotsARow) {
        int rows = LaneRows.rows(slots, slotsARow);
        long[] instances = new long[rows];
        long[] cost = new long[rows];
        double slotMicroUsd = bounds == null ? 0 : bounds.clairvoyantMicroUsd() / Math.max(1, total(bounds, slots));
        long sum = 0;
        for (int slot = 0; slot < slots && bounds != null; slot++) {
            int row = slot / slotsARow;
            instances[row] = Math.max(instances[row], bounds.instances(slot));
            sum += bounds.instances(slot);
            cost[row] = Math.round(sum * slotMicroUsd);
        }
        return new Table(
                "bound",
                rows,
                List.of(new Column("instances", instances, false), new Column("costMicroUsd", cost, true)));
    }

    private static long total(Bounds bounds, int slots) {
        long total = 0;
        for (int slot = 0; slot < slots; slot++) {
            total += bounds.instances(slot);
        }
        return total;
    }

    /** What the clairvoyant fleet costs and misses with at most 1, 2, … instances, up to where it misses nothing. */
    static Table capped(Bounds bounds, AutoScalingScenario scenario) {
        int rows = bounds == null
                ? 0
                : Math.min(
                        bounds.peakInstances(),
                        Math.max(1, 2 * scenario.group.limits().max()));
        long[] instances = new long[rows];
        long[] cost = new long[rows];
        long[] outside = new long[rows];
        for (int row = 0; row < rows; row++) {
            Bounds.Capped capped = bounds.capped(row + 1);
            instances[row] = row + 1;
            cost[row] = Math.round(capped.costMicroUsd());
            outside[row] = capped.outsideMicros();
        }
        return new Table(
                "capped",
                rows,
                List.of(
                        new Column("instances", instances, true),
                        new Column("costMicroUsd", cost, true),
                        new Column("outsideMicros", outside, false)));
    }
}
