package dev.tilab.cloud.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of nginx's {@code least_time last_byte}, figure by figure. */
class ResponseTimeTest {

    private static final long SECOND = 1_000_000;

    private final TargetGroup group = new TargetGroup(2);
    private final ResponseTime strategy = new ResponseTime(group);

    @ParameterizedTest
    @CsvSource({
        "0, 20",
        "1, 20",
        "19, 20",
        "20, 40",
        "21, 40",
        "399, 400",
        "4979, 4980",
        "4980, 5000",
        "5000, 5000",
        "70000, 5000"
    })
    void aMeanGoesUpToTheNextTwentyMillisecondsAndNoFurtherThanFiveSeconds(long millis, long bucket) {
        assertThat(ResponseTime.bucket(millis)).isEqualTo(bucket);
    }

    /** 100 → 0.95 · 100 + 0.05 · 200 = 105 → 109.75, rounded → 110 → 104.5, rounded half up → 105. */
    @Test
    void theFirstReplySeedsTheMeanAndEachFurtherOneMovesItByATwentieth() {
        long first = ResponseTime.average(0, 100);
        long second = ResponseTime.average(first, 200);
        long third = ResponseTime.average(second, 200);
        long fourth = ResponseTime.average(third, 0);

        assertThat(new long[] {first, second, third, fourth}).containsExactly(100, 105, 110, 105);
    }

    @Test
    void aTargetWithoutAReplyCountsTwentyMilliseconds() {
        assertThat(strategy.value(0, 0)).isEqualTo(20);
    }

    @Test
    void theScoreIsTheBucketTimesTheConnectionsAndOneMore() {
        strategy.replied(0, 333_999, true);
        group.connections[0] = 2;

        assertThat(strategy.value(0, 0)).isEqualTo(340 * 3);
    }

    /** Guards against a target that refuses within a millisecond and so draws all requests to itself. */
    @Test
    void aRefusedRequestCountsFiveSeconds() {
        strategy.replied(0, 10, false);

        assertThat(strategy.value(0, 0)).isEqualTo(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 1020",
        "9.999999, 1000, 1020",
        "10, 1000, 520",
        "19.9, 1000, 520",
        "20, 1000, 260",
        "1000, 1000, 20"
    })
    void theMeanIsHalvedForEveryTenSecondsInWhichNothingIsSentThere(double seconds, long millis, long score) {
        strategy.sent(0, 5 * SECOND);
        strategy.replied(0, millis * 1000, true);

        assertThat(strategy.value(0, 5 * SECOND + Math.round(seconds * SECOND))).isEqualTo(score);
    }

    @Test
    void aSlowTargetIsTriedAgainAfterAWhile() {
        strategy.sent(0, 0);
        strategy.sent(1, 0);
        strategy.replied(0, 2_000_000, true);
        strategy.replied(1, 600_000, true);
        strategy.sent(1, 19 * SECOND);

        assertThat(strategy.choose(0, 19 * SECOND)).isEqualTo(1);
        assertThat(strategy.choose(0, 20 * SECOND)).isEqualTo(0);
        assertThat(strategy.reason(20 * SECOND)).isEqualTo(Strategy.Reason.SMALLEST);
    }
}
