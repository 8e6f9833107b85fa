package dev.tilab.cloud.compute;

import dev.tilab.cloud.traffic.Demand;
import dev.tilab.cloud.traffic.Traffic;
import java.util.OptionalDouble;

/**
 * An hourly forecast: the mean of the same hour on the days that are known, of the same kind of day (weekday or weekend) if
 * one is known. How AWS forecasts is not published; from Amazon EC2 Auto Scaling User Guide, "Predictive scaling": at least
 * 24 hours of data, at most the last 14 days, one value an hour, made again every 6 hours.
 */
final class Forecast {

    static final long HOUR_MICROS = 3_600_000_000L;

    private static final long DAY_MICROS = 24 * HOUR_MICROS;
    private static final int MOST_DAYS = 14;
    private static final long REFRESH_MICROS = 6 * HOUR_MICROS;

    private final Demand demand;
    private final long historyMicros;

    Forecast(Demand demand, long historyMicros) {
        this.demand = demand;
        this.historyMicros = historyMicros;
    }

    /**
     * The requests a second expected in the hour that begins at {@code hourMicros}; empty without enough data.
     *
     * @param nowMicros the forecast is the latest one made until then, and knows the traffic until it was made
     */
    OptionalDouble perSecond(long hourMicros, long nowMicros) {
        long madeMicros = Math.floorDiv(nowMicros, REFRESH_MICROS) * REFRESH_MICROS;
        if (madeMicros + historyMicros < DAY_MICROS) {
            return OptionalDouble.empty();
        }
        double ofKind = 0;
        int daysOfKind = 0;
        double ofAny = 0;
        int days = 0;
        // the hour lies ahead of the day on which the forecast was made, so fourteen days may begin a day earlier
        for (int ago = 1; ago <= MOST_DAYS + 2; ago++) {
            long from = hourMicros - ago * DAY_MICROS;
            long oldest = Math.max(-historyMicros, madeMicros - MOST_DAYS * DAY_MICROS);
            if (from < oldest || from + HOUR_MICROS > madeMicros) {
                continue;
            }
            double rate = demand.perSecond(from, from + HOUR_MICROS);
            ofAny += rate;
            days++;
            if (Traffic.isWeekend(from) == Traffic.isWeekend(hourMicros)) {
                ofKind += rate;
                daysOfKind++;
            }
        }
        if (daysOfKind > 0) {
            return OptionalDouble.of(ofKind / daysOfKind);
        }
        return days > 0 ? OptionalDouble.of(ofAny / days) : OptionalDouble.empty();
    }
}
