package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Long runs stand still for whoever is answered, and come on all the same. Time here is a number that only pauses move. */
class RightOfWayTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private long now;
    private Runnable whilePausing = () -> {};
    private final RightOfWay way = new RightOfWay(2, () -> now, nanos -> {
        now += nanos;
        whilePausing.run();
    });
    private final Runnable pause = way.pauses();

    @Test
    void nobodyWaitsForNobody() {
        way.compute(pause);
        assertThat(now).isZero();
    }

    @Test
    void aRunStandsStillUntilTheAnswerIsGiven() {
        way.begin();
        whilePausing = () -> {
            if (now >= 7 * MILLI) {
                way.end();
                whilePausing = () -> {};
            }
        };

        way.compute(pause);
        assertThat(now).isEqualTo(7 * MILLI);
        way.compute(pause);
        assertThat(now).as("once it is given").isEqualTo(7 * MILLI);
    }

    /** Guards against a visitor now and then who takes the pause for a turn that is owed. */
    @Test
    void theNextAnswerIsMadeWayForAtOnce() {
        way.begin();
        whilePausing = way::end;
        way.compute(pause);
        long first = now;
        way.begin();
        way.compute(pause);
        assertThat(now).isGreaterThan(first);
    }

    /** Guards against long runs that never end because somebody is always answered. */
    @Test
    void aQuarterOfTheTimeIsComputedHoweverManyAreAnswered() {
        for (int i = 0; i < 100; i++) {
            way.begin();
        }
        long computed = 0;
        while (now < 4_000 * MILLI) {
            long before = now;
            way.compute(pause);
            if (now == before) {
                now += MILLI;
                computed += MILLI;
            }
        }
        assertThat(computed).isBetween(900 * MILLI, 1_100 * MILLI);
    }

    /** Guards against a machine of many processors that stops everything for one page. */
    @Test
    void onlyAsManyRunsPauseAsThereIsNoRoomFor() {
        RightOfWay eight = new RightOfWay(8, () -> now, nanos -> now += nanos);
        eight.begin();
        eight.begin();
        nested(eight, 5, () -> {
            eight.pauses().run();
            assertThat(now)
                    .as("five runs, two who are answered, and one left over")
                    .isZero();
            eight.compute(eight.pauses());
            assertThat(now).as("a sixth").isPositive();
        });
    }

    private static void nested(RightOfWay way, int runs, Runnable inside) {
        if (runs == 0) {
            inside.run();
        } else {
            way.compute(() -> nested(way, runs - 1, inside));
        }
    }
}
