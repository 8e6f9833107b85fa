package dev.tilab.labs.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Parameter;
import dev.tilab.simulation.lab.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an auto-scaling scenario is written, and what is wrong with a bad one. */
class AutoScalingScenarioTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peakRate=100 baseRate=200 | peakRate | below-base | {min=200}",
                "traffic=curve | curve | missing-curve | {}",
                "min=5 desired=4 | desired | below-min | {min=5}",
                "max=3 desired=4 | desired | above-max | {max=3}",
                "min=5 desired=5 max=4 | max | below-min | {min=5}",
                "duration=15d | duration | out-of-range | {min=10m, max=14d}",
                "curve=1,2,-3 | curve | out-of-range | {min=0, max=100000, unit=requests/s}",
                "policies=fixed,manual,simple,step,combined | policies | too-many-items | {max=4}",
                "at=1m:stop-instance:az-a | at | unknown-subject | {options=group}",
                "at=1m:suspend:reboot | at | unknown-subject | {options=launch,terminate,health-check,az-rebalance,alarm-notification,scheduled-actions}",
                "at=1m:slow-version:group:21 | at | out-of-range | {min=1, max=20}",
                "at=1m:desired:group:0 | at | out-of-range | {min=1, max=200}"
            })
    void whatIsWrongIsSaidWithWhatWouldBeRight(String values, String parameter, String code, String allowed) {
        InvalidScenarioException thrown =
                catchThrowableOfType(InvalidScenarioException.class, () -> Runs.scenario(values));

        assertThat(thrown.problems()).extracting(Problem::parameter).containsExactly(parameter);
        assertThat(thrown.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(thrown.problems().get(0).allowed().toString().length()).isEqualTo(allowed.length());
        assertThat(thrown.problems()
                        .get(0)
                        .allowed()
                        .toString()
                        .chars()
                        .sorted()
                        .toArray())
                .isEqualTo(allowed.chars().sorted().toArray());
    }

    /** Somebody who set one value must not be told that another, which they never wrote, is wrong. */
    @ParameterizedTest
    @CsvSource({
        "max=3, desired, 3",
        "max=1, min, 1",
        "min=6, desired, 6",
        "min=30, max, 30",
        "desired=25, max, 25",
        "desired=1, min, 1",
        "baseRate=2000, peakRate, 2000",
        "peakRate=50.5, baseRate, 50.5",
        "seed=1, desired, 4",
        "baseRate=500, peakRate, 1000"
    })
    void aDefaultGivesWayToWhatIsSetBesideIt(String set, String parameter, String becomes) {
        assertThat(Runs.scenario(set).values()).containsEntry(parameter, becomes);
    }

    @ParameterizedTest
    @CsvSource({"max=500, max", "min=-1, min", "baseRate=many, baseRate"})
    void aWrongValueMakesNoOtherWrong(String set, String parameter) {
        InvalidScenarioException thrown =
                catchThrowableOfType(InvalidScenarioException.class, () -> Runs.scenario(set));

        assertThat(thrown.problems()).extracting(Problem::parameter).containsExactly(parameter);
    }

    /** A steady stream has no peak that could lie below it. */
    @Test
    void aSteadyStreamMayBeAboveThePeakOfAnother() {
        assertThat(Runs.scenario("traffic=constant baseRate=2000 peakRate=1000")
                        .traffic
                        .basePerSecond())
                .isEqualTo(2000);
    }

    @Test
    void aScheduleThatCannotBeReadIsNamedByItsEntry() {
        InvalidScenarioException thrown = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Runs.LAB.scenario(Map.of("schedule", "0 8 * * * 4; 0 25 * * * 2")));

        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown.problems().get(0).code()).isEqualTo("not-a-schedule");
        assertThat(thrown.problems().get(0).value()).isEqualTo("0 25 * * * 2");
        InvalidScenarioException tooLong = catchThrowableOfType(
                InvalidScenarioException.class,
                () -> Runs.LAB.scenario(Map.of("schedule", "0 8 * * * 4; ".repeat(60))));
        assertThat(tooLong.problems()).extracting(Problem::code).containsExactly("too-long");
    }

    @Test
    void aScheduleHasOneCanonicalSpelling() {
        AutoScalingScenario scenario = Runs.LAB.scenario(Map.of("schedule", "  0  8 * * MON-FRI\t4 ;  0 20 * * * 2 "));

        assertThat(scenario.values()).containsEntry("schedule", "0 8 * * MON-FRI 4 ; 0 20 * * * 2");
        assertThat(scenario.schedule().entries()).hasSize(2);
    }

    /** A curve stands in the address whatever the traffic, so that going to another shape and back loses nothing. */
    @Test
    void aCurveIsKeptWhileAnotherTrafficIsLookedAt() {
        assertThat(Runs.scenario("traffic=constant curve=5,6.50").values()).containsEntry("curve", "5,6.5");
        assertThat(Runs.scenario("traffic=constant curve=5,6.50").traffic.curve())
                .isEqualTo(List.of(5.0, 6.5));
    }

    /** Guards against a default that would be said to come from AWS without a document, or the other way round. */
    @ParameterizedTest
    @CsvSource({
        "cooldown, 300s",
        "warmup, 300s",
        "gracePeriod, 300s",
        "deregistrationDelay, 300s",
        "healthCheck, ec2",
        "terminationPolicy, default",
        "launchHook, 0s",
        "history, 1209600s",
        "metricPeriod, 60s"
    })
    void aDefaultThatAwsDocumentsNamesItsDocument(String id, String value) {
        Parameter parameter = Runs.LAB.parameters().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(parameter.defaultValue()).isEqualTo(value);
        assertThat(parameter.source()).contains("https://docs.aws.amazon.com/");
    }
}
