package dev.tilab.cloud.compute;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * When a recurring scheduled action runs: minute, hour, day of the month, month and day of the week, in a time zone. Amazon
 * EC2 Auto Scaling User Guide, "Scheduled scaling": the zone is UTC unless one is named, and follows its daylight saving
 * time. As in Unix cron, a day fits if either its number or its weekday does, where both are restricted; an instant that
 * the clock leaves out in spring comes when the clock has been moved, one that it repeats in autumn comes once.
 */
final class Cron {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** Every day of the calendar, 29 February too, comes within eight years (1896 to 1904 had eight between two of them). */
    private static final int DAYS_AHEAD = 8 * 366;

    /** No clock is moved by more than this. */
    private static final long LONGEST_MOVE_SECONDS = 3 * 3600;

    private final long minutes;
    private final long hours;
    private final long daysOfMonth;
    private final long months;
    private final long daysOfWeek;
    private final boolean eitherDay;

    private Cron(CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) {
        this.minutes = minutes.bits();
        this.hours = hours.bits();
        this.daysOfMonth = days.bits();
        this.months = months.bits();
        // 7 is another name of Sunday
        this.daysOfWeek = (weekdays.bits() | weekdays.bits() >>> 7) & 0x7F;
        this.eitherDay = !days.startsWithStar() && !weekdays.startsWithStar();
    }

    /** Reads {@code 30 11 * * MON-FRI}; empty if that is no time, or one that never comes. */
    static Optional<Cron> parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            return Optional.empty();
        }
        Optional<CronField> minutes = CronField.parse(fields[0], 0, 59, List.of());
        Optional<CronField> hours = CronField.parse(fields[1], 0, 23, List.of());
        Optional<CronField> days = CronField.parse(fields[2], 1, 31, List.of());
        Optional<CronField> months = CronField.parse(fields[3], 1, 12, MONTHS);
        Optional<CronField> weekdays = CronField.parse(fields[4], 0, 7, WEEKDAYS);
        if (minutes.isEmpty() || hours.isEmpty() || days.isEmpty() || months.isEmpty() || weekdays.isEmpty()) {
            return Optional.empty();
        }
        Cron cron = new Cron(minutes.get(), hours.get(), days.get(), months.get(), weekdays.get());
        return cron.day(LocalDate.of(2024, 1, 1)).map(day -> cron);
    }

    /** The first instant after the one given at which it runs, both in seconds of the epoch. */
    long next(long afterSecond, ZoneId zone) {
        ZonedDateTime after = java.time.Instant.ofEpochSecond(afterSecond).atZone(zone);
        // a day earlier: an instant that the clock left out belongs to the local time before the change
        LocalDate day = after.toLocalDate().minusDays(1);
        // what the present offset shows to be long over need not be looked up in the rules of the zone
        long surelyOver = afterSecond + after.getOffset().getTotalSeconds() - LONGEST_MOVE_SECONDS;
        while (true) {
            day = day(day).orElseThrow();
            for (int minute = 0; minute < 24 * 60; minute++) {
                boolean isOver = day.toEpochDay() * 86_400 + minute * 60L < surelyOver;
                if (!isOver && has(hours, minute / 60) && has(minutes, minute % 60)) {
                    long second = second(day, minute, zone);
                    if (second > afterSecond) {
                        return second;
                    }
                }
            }
            day = day.plusDays(1);
        }
    }

    /** How often it runs on a day that fits. */
    int timesADay() {
        return Long.bitCount(hours) * Long.bitCount(minutes);
    }

    private static long second(LocalDate day, int minute, ZoneId zone) {
        LocalDateTime local = LocalDateTime.of(day, LocalTime.of(minute / 60, minute % 60));
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.toEpochSecond()
                : ZonedDateTime.of(local, zone).toEpochSecond();
    }

    /** The first day that fits, from the one given on; empty if none does for years (30 February). */
    private Optional<LocalDate> day(LocalDate from) {
        return from.datesUntil(from.plusDays(DAYS_AHEAD)).filter(this::fits).findFirst();
    }

    private boolean fits(LocalDate day) {
        boolean number = has(daysOfMonth, day.getDayOfMonth());
        boolean weekday = has(daysOfWeek, day.getDayOfWeek().getValue() % 7);
        return has(months, day.getMonthValue()) && (eitherDay ? number || weekday : number && weekday);
    }

    private static boolean has(long bits, int value) {
        return (bits >>> value & 1) != 0;
    }
}
