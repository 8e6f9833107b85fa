package dev.tilab.cloud.traffic;

import java.util.Arrays;

/** The shape of the traffic in the middle of each slot; a wave that repeats itself is computed for two days, not for all. */
final class SlotShape {

    private static final int SLOTS_A_DAY = (int) (Traffic.DAY_MICROS / DrawnDemand.SLOT_MICROS);

    private final Traffic traffic;
    private final double[] working = new double[SLOTS_A_DAY];
    private final double[] weekend = new double[SLOTS_A_DAY];

    SlotShape(Traffic traffic) {
        this.traffic = traffic;
        Arrays.fill(working, Double.NaN);
        Arrays.fill(weekend, Double.NaN);
    }

    /** Requests a second. */
    double perSecond(int slot) {
        long middle = slot * DrawnDemand.SLOT_MICROS + DrawnDemand.SLOT_MICROS / 2;
        if (!traffic.repeats()) {
            return traffic.perSecond(middle);
        }
        double[] day = Traffic.isWeekend(middle) ? weekend : working;
        int ofDay = slot % SLOTS_A_DAY;
        if (Double.isNaN(day[ofDay])) {
            day[ofDay] = traffic.perSecond(middle);
        }
        return day[ofDay];
    }
}
