package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a load balancer changes its mind: three failures take a target out, two successes bring it back. */
class BeliefTest {

    private final Belief belief = new Belief(new HealthCheckSettings(10, 5, 3, 2));

    /** What is believed after each result: {@code h} healthy, {@code u} unhealthy; capital where the mind changed. */
    private String after(String results) {
        return results.chars()
                .mapToObj(each -> {
                    boolean changed = belief.result(each == '+');
                    String now = belief.isHealthy() ? "h" : "u";
                    return changed ? now.toUpperCase(Locale.ROOT) : now;
                })
                .collect(Collectors.joining());
    }

    /** Guards against a counter that is never set back: results have to come in a row. */
    @ParameterizedTest
    @CsvSource({
        "---, hhU",
        "--+--+--, hhhhhhhh",
        "--+---, hhhhhU",
        "---++, hhUuH",
        "---+-+-+-, hhUuuuuuu",
        "---+-++, hhUuuuH",
        "---++---, hhUuHhhU",
        "+++++---, hhhhhhhU"
    })
    void theMindChangesAfterSoManyResultsInARow(String results, String beliefs) {
        assertThat(after(results)).isEqualTo(beliefs);
    }

    /**
     * Guards against a new target that waits as long as one that was out, and against one whose first failure counts it out: of a new
     * one a single success is enough, and failures have to come as often as anybody's.
     */
    @ParameterizedTest
    @CsvSource({
        "+, healthy",
        "-, initial",
        "--, initial",
        "--+, healthy",
        "---, unhealthy",
        "---+, unhealthy",
        "---++, healthy"
    })
    void ofANewTargetTheFirstSuccessIsEnough(String results, String state) {
        Belief ofNew = Belief.ofNew(new HealthCheckSettings(10, 5, 3, 2));

        results.chars().forEach(each -> ofNew.result(each == '+'));

        assertThat(ofNew.health().state().id()).isEqualTo(state);
    }

    /** Guards against a reason that is forgotten while the target comes back, or told of one that is well again. */
    @Test
    void theReasonIsTheLastFailureUntilTheTargetIsBack() {
        belief.result(CheckResult.REFUSED);
        assertThat(belief.health()).isEqualTo(new Health(Health.State.HEALTHY, Health.Reason.NONE, 1));
        belief.result(CheckResult.REFUSED);
        belief.result(CheckResult.TIMED_OUT);
        assertThat(belief.health()).isEqualTo(new Health(Health.State.UNHEALTHY, Health.Reason.TIMEOUT, 0));
        belief.result(CheckResult.MISMATCHED);
        belief.result(CheckResult.PASSED);
        Health comingBack = belief.health();
        assertThat(comingBack.reason().code()).isEqualTo("Target.ResponseCodeMismatch");
        assertThat(comingBack.streak()).isEqualTo(1);
        assertThat(comingBack.ofNetworkLoadBalancer().reason().code())
                .as("a Network Load Balancer does not tell more")
                .isEqualTo("Target.FailedHealthChecks");
        belief.result(CheckResult.PASSED);
        assertThat(belief.health()).isEqualTo(new Health(Health.State.HEALTHY, Health.Reason.NONE, 0));
    }

    @Test
    void atFirstATargetIsBelievedHealthy() {
        assertThat(belief.isHealthy()).isTrue();
    }
}
