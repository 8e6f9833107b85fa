package dev.tilab.labs.loadbalancing;

import static dev.tilab.labs.loadbalancing.Runs.LAB;
import static dev.tilab.labs.loadbalancing.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.cloud.balancer.LoadBalancingStrategy;
import dev.tilab.simulation.lab.InvalidScenarioException;
import dev.tilab.simulation.lab.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadBalancingScenarioTest {

    @Test
    void aScenarioOfAnyKindIsReadBackFromItsValues() {
        for (long seed = 0; seed < 2_000; seed++) {
            LoadBalancingScenario scenario = Runs.any(seed);

            LoadBalancingScenario again = LAB.scenario(scenario.values());

            assertThat(again).isEqualTo(scenario);
            assertThat(again.values()).containsExactlyEntriesOf(scenario.values());
            assertThat(again.interventions).isEqualTo(scenario.interventions);
            assertThat(again.speeds).isEqualTo(scenario.speeds);
        }
    }

    @Test
    void valuesHaveOneSpellingWhateverTheirFirstOne() {
        LoadBalancingScenario one = scenario("rate=10.0 duration=1m serviceMean=0.3s targets=1.0,0.50"
                + " at=0.5m:slow:target-2:3.50,20s:stop:target-1,0s:stop:target-2");
        LoadBalancingScenario other = scenario("rate=10 duration=60s serviceMean=300ms targets=1,0.5"
                + " at=0ms:stop:target-2,20000ms:stop:target-1,30s:slow:target-2:3.5");

        assertThat(one).isEqualTo(other);
        assertThat(one.values())
                .containsEntry("rate", "10")
                .containsEntry("duration", "60s")
                .containsEntry("targets", "1,0.5")
                .containsEntry("at", "0s:stop:target-2,20s:stop:target-1,30s:slow:target-2:3.5");
    }

    @Test
    void whatHappensToOneTargetAtOneInstantKeepsItsOrder() {
        assertThat(scenario("at=5s:start:target-1,5s:stop:target-1").values())
                .containsEntry("at", "5s:start:target-1,5s:stop:target-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    strategies | fastest                     | fastest             | not-a-choice
                    strategies | random,random               | random              | duplicate
                    strategies | ,                           | ,                   | too-few-items
                    healthyThreshold | 1                     | 1                   | out-of-range
                    rate       | fast                        | fast                | not-a-number
                    rate       | 0.09                        | 0.09                | out-of-range
                    rate       | 100001                      | 100001              | out-of-range
                    duration   | 60                          | 60                  | not-a-duration
                    duration   | 25h                         | 25h                 | out-of-range
                    duration   | -1s                         | -1s                 | out-of-range
                    arrivals   | Poisson                     | Poisson             | not-a-choice
                    service    | gamma                       | gamma               | not-a-choice
                    targets    | 1,1,x                       | x                   | not-a-number
                    targets    | 1,11                        | 11                  | out-of-range
                    targets    | 1,1,1,1,1,1,1,1,1,1,1,1,1   | 1,1,1,1,1,1,1,1,1,1,1,1,1 | too-many-items
                    clients    | 1.5                         | 1.5                 | not-a-number
                    clients    | 0                           | 0                   | out-of-range
                    seed       | 9007199254740992            | 9007199254740992    | out-of-range
                    seed       | -1                          | -1                  | out-of-range
                    seed       | 99999999999999999999        | 99999999999999999999 | out-of-range
                    at         | stop                        | stop                | not-an-intervention
                    at         | 5:stop:target-1             | 5:stop:target-1     | not-an-intervention
                    at         | 5s:stop:target-1:2          | 5s:stop:target-1:2  | not-an-intervention
                    at         | 5s:slow:target-1            | 5s:slow:target-1    | not-an-intervention
                    at         | 5s:slow:target-1:x          | 5s:slow:target-1:x  | not-a-number
                    at         | 5s:slow:target-1:21         | 5s:slow:target-1:21 | out-of-range
                    at         | 5s:slow:target-1:0.5        | 5s:slow:target-1:0.5 | out-of-range
                    at         | 5s:kill:target-1            | 5s:kill:target-1    | unknown-action
                    at         | 5s:stop:target-6            | 5s:stop:target-6    | unknown-subject
                    at         | 5s:stop:target-01           | 5s:stop:target-01   | unknown-subject
                    at         | 61s:stop:target-1           | 61s:stop:target-1   | out-of-range
                    colour     | red                         | red                 | unknown-parameter
                    """)
    void whatIsWrongIsNamedWithItsParameterItsValueAndTheReason(String id, String given, String value, String code) {
        assertThat(problems(Map.of(id, given)))
                .extracting(Problem::parameter, Problem::value, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, value, code));
    }

    @Test
    void whatWouldBeRightIsNamedToo() {
        Map<String, Map<String, String>> allowed = problems(Map.of(
                        "rate", "0", "duration", "1ms", "service", "gamma", "at", "1s:kill:target-1", "targets", "0"))
                .stream()
                .collect(Collectors.toMap(Problem::parameter, Problem::allowed));

        assertThat(allowed.get("rate")).isEqualTo(Map.of("min", "0.1", "max", "100000", "unit", "requests/s"));
        assertThat(allowed.get("duration")).isEqualTo(Map.of("min", "1s", "max", "24h"));
        assertThat(allowed.get("service"))
                .isEqualTo(Map.of("options", "exponential,deterministic,erlang-2,hyperexponential"));
        assertThat(allowed.get("at")).isEqualTo(Map.of("options", "stop,start,slow"));
        assertThat(allowed.get("targets")).isEqualTo(Map.of("min", "0.1", "max", "10"));
    }

    @Test
    void noMoreThanFourStrategiesRunSideBySide() {
        String five = String.join(",", LoadBalancingStrategy.ids());

        assertThat(problems(Map.of("strategies", five)))
                .containsExactly(new Problem("strategies", five, "too-many-items", Map.of("max", "4")));
    }

    @Test
    void noMoreThanFiftyInterventionsAreTaken() {
        String fifty = String.join(
                ",", IntStream.range(0, 50).mapToObj(i -> i + "s:stop:target-1").toList());

        assertThat(LAB.scenario(Map.of("at", fifty)).interventions).hasSize(50);
        assertThat(problems(Map.of("at", fifty + ",51s:stop:target-1")))
                .extracting(Problem::code)
                .containsExactly("too-many-items");
    }

    @Test
    void aRunOfMoreThanTenMillionRequestsIsRefused() {
        assertThat(problems(Map.of("rate", "10001", "duration", "1000s")))
                .containsExactly(new Problem(
                        "duration", "1000s", "too-many-requests", Map.of("max", "10000000", "requests", "10001000")));
        assertThat(scenario("rate=10000 duration=1000s").requests()).isEqualTo(1e7);
    }

    @Test
    void aTimelineOfMoreThanTwoHundredThousandRequestsIsRefusedAlthoughItsSummaryIsNot() {
        LoadBalancingScenario scenario = scenario("rate=2001 duration=100s serviceMean=1ms strategies=random");

        assertThat(catchThrowableOfType(InvalidScenarioException.class, () -> LAB.timeline(scenario))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("too-many-requests");
        assertThat(LAB.summary(scenario).lanes()).hasSize(1);
    }

    private static List<Problem> problems(Map<String, String> values) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> LAB.scenario(values))
                .problems();
    }
}
