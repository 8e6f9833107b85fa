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

    @Test
    void atFirstATargetIsBelievedHealthy() {
        assertThat(belief.isHealthy()).isTrue();
    }
}
