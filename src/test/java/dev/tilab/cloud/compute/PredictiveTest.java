package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.DAY;
import static dev.tilab.cloud.compute.Groups.HOUR;
import static dev.tilab.cloud.compute.Groups.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tilab.cloud.traffic.Demand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Predictive scaling": how much it needs to know, what it makes of it, and that it never scales in. */
class PredictiveTest {

    /** Ten requests a second for each hour of the day, so 120 in the hour after noon. */
    private static final Demand HOURS = (from, to) -> 10.0 * (Math.floorMod(from, DAY) / HOUR);

    /** Ten times as many at weekends. */
    private static final Demand WEEKENDS = (from, to) -> {
        boolean weekend = Math.floorMod(Math.floorDiv(from, DAY), 7) >= 5;
        return HOURS.perSecond(from, to) * (weekend ? 10 : 1);
    };

    @Test
    void withLessThanADayOfDataThereIsNoForecast() {
        assertThat(new Forecast(HOURS, 23 * HOUR).perSecond(12 * HOUR, 0)).isEmpty();
        assertThat(new Forecast(HOURS, 24 * HOUR).perSecond(12 * HOUR, 0)).hasValue(120);
    }

    @Test
    void dataSeenDuringTheRunCountAtTheNextSixthHour() {
        Forecast forecast = new Forecast(HOURS, 12 * HOUR);
        assertThat(forecast.perSecond(12 * HOUR, 11 * HOUR)).isEmpty();
        assertThat(forecast.perSecond(13 * HOUR, 12 * HOUR)).hasValue(130);
        assertThat(forecast.perSecond(13 * HOUR, 12 * HOUR - 1)).isEmpty();
    }

    /** A run begins on a Monday: the day before it is a Sunday. */
    @Test
    void aWeekendIsForecastFromWeekends() {
        Forecast forecast = new Forecast(WEEKENDS, 14 * DAY);
        assertThat(forecast.perSecond(4 * DAY + 12 * HOUR, 4 * DAY + 12 * HOUR))
                .as("Friday")
                .hasValue(120);
        assertThat(forecast.perSecond(5 * DAY + 12 * HOUR, 5 * DAY + 12 * HOUR))
                .as("Saturday")
                .hasValue(1200);
        Forecast fromSunday = new Forecast(WEEKENDS, DAY);
        assertThat(fromSunday.perSecond(12 * HOUR, 0)).as("only a Sunday known").hasValue(1200);
        assertThat(fromSunday.perSecond(DAY + 12 * HOUR, DAY))
                .as("Monday known too")
                .hasValue(120);
    }

    /** Guards against a forecast that knows what it is asked to foretell. */
    @Test
    void itAsksForNothingButTheLastFourteenDaysBeforeItWasMade() {
        List<Long> asked = new ArrayList<>();
        Forecast forecast = new Forecast(
                (from, to) -> {
                    asked.add(from);
                    asked.add(to);
                    return 1;
                },
                14 * DAY);
        for (long now = 0; now < 3 * DAY; now += 17 * MINUTE) {
            asked.clear();
            forecast.perSecond(now / HOUR * HOUR + HOUR, now);
            long made = now / (6 * HOUR) * 6 * HOUR;
            assertThat(asked)
                    .hasSizeBetween(2 * 4, 2 * 14)
                    .allMatch(micros -> micros <= made && micros >= made - 14 * DAY);
        }
    }

    @Test
    void itActsFiveMinutesBeforeTheHourForTheHour() {
        Predictive predictive = predictive(14 * DAY, HOURS);
        assertThat(predictive.nextMicros(-1)).isZero();
        assertThat(predictive.nextMicros(0)).isEqualTo(55 * MINUTE);
        assertThat(predictive.nextMicros(55 * MINUTE)).isEqualTo(115 * MINUTE);
        // 230 requests a second at 60 of 100 each: 3.83 instances
        assertThat(predictive.onClock(Groups.of(2).at(23 * HOUR - 5 * MINUTE)))
                .contains(new Change(4, Cause.FORECAST, 230, 0, 0));
    }

    @Test
    void itNeverScalesIn() {
        Predictive predictive = predictive(14 * DAY, HOURS);
        for (int desired = 1; desired < 10; desired++) {
            for (long now = 0; now < 14 * DAY; now = predictive.nextMicros(now)) {
                int before = desired;
                assertThat(predictive.onClock(Groups.of(desired).at(now)).stream())
                        .allMatch(change -> change.to() > before);
            }
        }
    }

    @Test
    void theFloorIsWhatTheHourIsForecastToNeed() {
        Predictive predictive = predictive(14 * DAY, HOURS);
        assertThat(predictive.floor(22 * HOUR)).isEqualTo(4);
        assertThat(predictive.floor(23 * HOUR)).isEqualTo(4);
        assertThat(predictive.floor(24 * HOUR - 5 * MINUTE))
                .as("midnight has no load")
                .isZero();
        assertThat(predictive(0, HOURS).floor(22 * HOUR)).isZero();
    }

    @Test
    void theMeanOfTheDaysIsForecast() {
        Forecast forecast = new Forecast((from, to) -> Math.floorDiv(from, DAY) == -3 ? 70 : 100, 5 * DAY);
        // Wednesday, Thursday, Friday of the week before; the weekend is of another kind
        assertThat(forecast.perSecond(12 * HOUR, 0).orElseThrow()).isCloseTo(90, within(1e-9));
    }

    private static Predictive predictive(long historyMicros, Demand demand) {
        return new Predictive(Groups.settings(Groups.NO_SCHEDULE, historyMicros, demand));
    }
}
