package dev.tilab.labs.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.labs.elb.CapacityUnits.Flows;
import dev.tilab.labs.elb.ElbSummary.Bill;
import org.junit.jupiter.api.Test;

/** The examples of AWS's price page; guards against a sum where the largest is billed. */
class CapacityUnitsTest {

    private static final Flows NONE = new Flows(0, 0, 0);

    /** 100 new connections/s for 3 minutes each, 1,000 KB/s, 400 requests/s with 20 rules. */
    @Test
    void activeConnectionsCostSixUnits() {
        Bill bill = CapacityUnits.alb(100, 100 * 180, 3.6, 400 * (20 - 10));

        assertThat(bill.units()).isEqualTo(6);
        assertThat(bill.dominating()).isEqualTo("active");
        assertThat(bill.usdPerHour()).isCloseTo(0.0705, within(1e-9));
    }

    /** 1 new connection/s for 2 minutes, 300 KB/s, 5 requests/s with 60 rules. */
    @Test
    void bytesCostAUnitAndALittle() {
        Bill bill = CapacityUnits.alb(1, 120, 1.08, 5 * (60 - 10));

        assertThat(bill.units()).isCloseTo(1.08, within(1e-9));
        assertThat(bill.dominating()).isEqualTo("bytes");
    }

    @Test
    void anIdleBalancerCostsItsHours() {
        assertThat(CapacityUnits.alb(0, 0, 0, 0).usdPerMonth()).isCloseTo(16.43, within(0.01));
    }

    /** 800 new/s for a minute, half a gigabyte in an hour; the same of UDP is counted and billed apart. */
    @Test
    void aNetworkLoadBalancerCountsEachProtocolForItself() {
        Flows tcp = new Flows(800, 800 * 60, 0.5);

        assertThat(CapacityUnits.nlb(tcp, NONE).units()).isEqualTo(1);
        assertThat(CapacityUnits.nlb(tcp, new Flows(400, 0, 0)).units()).isEqualTo(2);
        assertThat(CapacityUnits.nlb(NONE, new Flows(0, 0, 3)).dominating()).isEqualTo("bytes");
    }

    @Test
    void aClassicLoadBalancerIsBilledByTheGigabyte() {
        assertThat(CapacityUnits.clb(10).usdPerHour()).isCloseTo(0.025 + 10 * 0.008, within(1e-9));
    }
}
