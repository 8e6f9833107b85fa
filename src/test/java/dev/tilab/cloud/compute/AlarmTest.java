package dev.tilab.cloud.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmTest {

    @Test
    void anAlarmIsOnFromTheThirdOfThreeDatapointsUntilOneDoesNotBreach() {
        Alarm alarm = Alarm.greater(80, 3);

        assertThat(seen(alarm, 81)).isFalse();
        assertThat(seen(alarm, 100)).isFalse();
        assertThat(seen(alarm, 80.1)).isTrue();
        assertThat(seen(alarm, 99)).isTrue();
        assertThat(seen(alarm, 79)).isFalse();
        assertThat(alarm.count()).isZero();
    }

    @Test
    void aValueAtTheThresholdDoesNotBreach() {
        assertThat(seen(Alarm.greater(80, 1), 80)).isFalse();
        assertThat(seen(Alarm.less(40, 1), 40)).isFalse();
        assertThat(seen(Alarm.less(40, 1), 39.9)).isTrue();
    }

    /** Guards against a group without instances that is taken for one without load. */
    @Test
    void aMissingDatapointLeavesTheAlarmAsItIs() {
        Alarm alarm = Alarm.less(40, 3);
        seen(alarm, 10);
        seen(alarm, 10);

        assertThat(seen(alarm, Double.NaN)).isFalse();
        assertThat(alarm.count()).isEqualTo(2);
        assertThat(seen(alarm, 10)).isTrue();
        assertThat(seen(alarm, Double.NaN)).isTrue();
    }

    private static boolean seen(Alarm alarm, double value) {
        alarm.see(value);
        return alarm.isOn();
    }
}
