package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.balancer.CapacityUnits.Flows;
import dev.tilab.cloud.balancer.CapacityUnits.Measure;
import org.junit.jupiter.api.Test;

/** The worked examples of the price page. A bill that adds its measures up, or forgets the free rules, is found here. */
class CapacityUnitsTest {

    @Test
    void aBusyApplicationLoadBalancerPaysForItsActiveConnections() {
        CapacityUnits bill = CapacityUnits.application(new Flows(100, 100 * 180), 3.6, 400, 20);

        assertThat(bill.measures()).extracting(CapacityUnits.Measured::units).containsExactly(4.0, 6.0, 3.6, 4.0);
        assertThat(bill.dominating().measure()).isEqualTo(Measure.ACTIVE);
        assertThat(bill.usdPerHour()).isEqualTo(0.0705, within(1e-9));
    }

    @Test
    void fewConnectionsThatCarryMuchPayForTheirBytes() {
        CapacityUnits bill = CapacityUnits.application(new Flows(1, 120), 1.08, 5, 60);

        assertThat(bill.measures()).extracting(CapacityUnits.Measured::units).containsExactly(0.04, 0.04, 1.08, 0.25);
        assertThat(bill.dominating().measure()).isEqualTo(Measure.BYTES);
    }

    @Test
    void tenRulesAreAskedForNothing() {
        assertThat(CapacityUnits.application(new Flows(0, 0), 0, 1_000, CapacityUnits.FREE_RULES)
                        .dominating()
                        .units())
                .isZero();
        assertThat(CapacityUnits.application(new Flows(0, 0), 0, 1_000, CapacityUnits.FREE_RULES + 1)
                        .dominating()
                        .units())
                .isEqualTo(1);
    }

    @Test
    void aNetworkLoadBalancerPaysForItsNewConnections() {
        CapacityUnits bill = CapacityUnits.network(new Flows(800, 800 * 60), new Flows(0, 0), 0.5);

        assertThat(bill.measures()).extracting(CapacityUnits.Measured::units).containsExactly(1.0, 0.48, 0.5);
        assertThat(bill.usdPerHour()).isEqualTo(0.0285, within(1e-9));
    }

    @Test
    void aFlowOfUdpCostsTwiceAConnection() {
        Flows none = new Flows(0, 0);

        assertThat(CapacityUnits.network(none, new Flows(400, 0), 0)
                        .dominating()
                        .units())
                .isEqualTo(CapacityUnits.network(new Flows(800, 0), none, 0)
                        .dominating()
                        .units());
    }

    @Test
    void whoeverSendsNothingPaysForTheHours() {
        assertThat(CapacityUnits.application(new Flows(0, 0), 0, 0, 1).usdPerMonth())
                .isEqualTo(16.43, within(0.005));
        assertThat(CapacityUnits.classic(0).usdPerMonth()).isEqualTo(18.25, within(0.005));
        assertThat(CapacityUnits.none().usdPerMonth()).isZero();
    }

    @Test
    void aClassicLoadBalancerPaysByTheGigabyte() {
        assertThat(CapacityUnits.classic(10).usdPerHour()).isEqualTo(0.025 + 0.08, within(1e-9));
    }
}
