package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final long SLOT = 1_800_000_000L;

    private final Bounds bounds = new Bounds(new double[] {0, 80, 81, 400}, SLOT, many -> 80, 100_000);

    @Test
    void theClairvoyantFleetHasTheFewestThatKeepTheObjective() {
        assertThat(new int[] {bounds.instances(0), bounds.instances(1), bounds.instances(2), bounds.instances(3)})
                .containsExactly(0, 1, 2, 5);
        assertThat(bounds.clairvoyantInstanceHours()).isEqualTo(4);
        assertThat(bounds.clairvoyantMicroUsd()).isEqualTo(400_000);
    }

    @Test
    void thePeakFleetHasAllDayWhatTheFullestSlotNeeds() {
        assertThat(bounds.peakInstances()).isEqualTo(5);
        assertThat(bounds.peakInstanceHours()).isEqualTo(10);
        assertThat(bounds.peakMicroUsd()).isEqualTo(1_000_000);
    }

    @Test
    void aCappedFleetIsOutsideWhereItNeedsMore() {
        assertThat(bounds.capped(2)).isEqualTo(new Bounds.Capped(2, 250_000, SLOT));
        assertThat(bounds.capped(1)).isEqualTo(new Bounds.Capped(1, 150_000, 2 * SLOT));
        assertThat(bounds.capped(5)).isEqualTo(new Bounds.Capped(5, 400_000, 0));
    }

    /**
     * Every fleet of at most three, tried one after the other: none is outside for less time, and of those that never are
     * none costs less.
     */
    @Test
    void noFleetIsBetterThanTheBound() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            double[] perSecond = random.doubles(5, 0, 280).toArray();
            Bounds each = new Bounds(perSecond, SLOT, many -> 80, 100_000);
            for (int most = 0; most <= 3; most++) {
                Bounds.Capped capped = each.capped(most);
                long fewestOutside = Long.MAX_VALUE;
                double cheapest = Double.MAX_VALUE;
                for (int fleet = 0; fleet < Math.pow(most + 1, 5); fleet++) {
                    int outside = 0;
                    int instances = 0;
                    for (int slot = 0, digits = fleet; slot < 5; slot++, digits /= most + 1) {
                        int serving = digits % (most + 1);
                        instances += serving;
                        outside += perSecond[slot] > serving * 80 ? 1 : 0;
                    }
                    fewestOutside = Math.min(fewestOutside, outside * SLOT);
                    if (outside == 0) {
                        cheapest = Math.min(cheapest, instances * 0.5 * 100_000);
                    }
                }
                assertThat(capped.outsideMicros()).isEqualTo(fewestOutside);
                if (fewestOutside == 0) {
                    assertThat(capped.costMicroUsd()).isCloseTo(cheapest, within(1e-6));
                }
            }
        }
    }
}
