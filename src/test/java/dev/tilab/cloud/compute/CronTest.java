package dev.tilab.cloud.compute;

import static dev.tilab.cloud.compute.Groups.DAY;
import static dev.tilab.cloud.compute.Groups.HOUR;
import static dev.tilab.cloud.compute.Groups.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cron expressions and the schedules made of them: what they mean, where, and when clocks are changed. */
class CronTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Monday 2026-03-02 00:00 is the beginning of every run. */
    @ParameterizedTest
    @CsvSource({
        "30 11 * * *, 2026-03-02T00:00, 2026-03-02T11:30",
        "30 11 * * *, 2026-03-02T11:30, 2026-03-03T11:30",
        "* * * * *, 2026-03-02T11:30, 2026-03-02T11:31",
        "*/20 9-17 * * *, 2026-03-02T09:41, 2026-03-02T10:00",
        "5/30 * * * *, 2026-03-02T00:06, 2026-03-02T00:35",
        "0 8 * * MON-FRI, 2026-03-06T08:00, 2026-03-09T08:00",
        "0 8 * * sat, 2026-03-02T00:00, 2026-03-07T08:00",
        "0 8 * * 0, 2026-03-02T00:00, 2026-03-08T08:00",
        "0 8 * * 7, 2026-03-02T00:00, 2026-03-08T08:00",
        "0 8 * * 6-7, 2026-03-07T08:00, 2026-03-08T08:00",
        "15 6 1 JAN *, 2026-03-02T00:00, 2027-01-01T06:15",
        "0 0 29 2 *, 2026-03-02T00:00, 2028-02-29T00:00",
        "'0 0 10,20 4-6 *', 2026-04-10T00:00, 2026-04-20T00:00",
        "0 0 13 * FRI, 2026-03-02T00:00, 2026-03-06T00:00",
        "0 0 4 * FRI, 2026-03-02T00:00, 2026-03-04T00:00",
        "59 23 31 12 *, 2026-03-02T00:00, 2026-12-31T23:59"
    })
    void itComesNext(String expression, String after, String next) {
        Cron cron = Cron.parse(expression).orElseThrow();
        long second = cron.next(Instant.parse(after + ":00Z").getEpochSecond(), UTC);
        assertThat(Instant.ofEpochSecond(second)).isEqualTo(Instant.parse(next + ":00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30 11 * *",
                "30 11 * * * *",
                "60 11 * * *",
                "30 24 * * *",
                "30 11 0 * *",
                "30 11 32 * *",
                "30 11 * 13 *",
                "30 11 * * 8",
                "5-3 * * * *",
                "*/0 * * * *",
                "1, * * * *",
                "a * * * *",
                "* * * * MONDAY",
                "* * * * FEB",
                "@daily * * * *",
                "-1 * * * *",
                "0 0 30 2 *",
                "0 0 ? * *"
            })
    void whatNobodyCanReadOrNeverComesIsRefused(String expression) {
        assertThat(Cron.parse(expression)).isEmpty();
    }

    /**
     * Guards against the trap that AWS's default zone is: half past eleven in UTC is half past eight in the evening in
     * Seoul.
     */
    @Test
    void aScheduleInUtcComesNineHoursLateInSeoul() {
        Schedule inSeoul = Schedule.of("30 11 * * * 12", SEOUL);
        Schedule inUtc = Schedule.of("30 11 * * * 12", UTC);
        assertThat(inSeoul.nextMicros(0)).isEqualTo(11 * HOUR + 30 * MINUTE);
        assertThat(inUtc.nextMicros(0)).isEqualTo(inSeoul.nextMicros(0) + 9 * HOUR);
        assertThat(inUtc.minuteOfDay(inUtc.nextMicros(0))).isEqualTo(11 * 60 + 30);
    }

    /** New York's clocks go from 02:00 to 03:00 on Sunday 2026-03-08, in the first week of a run. */
    @Test
    void aScheduleFollowsDaylightSavingTime() {
        Schedule schedule = Schedule.of("0 9 * * * 12", NEW_YORK);
        // 09:00 EST is 14:00 UTC, 23:00 in Seoul; 09:00 EDT is an hour earlier
        long saturday = schedule.nextMicros(5 * DAY);
        assertThat(saturday).isEqualTo(5 * DAY + 23 * HOUR);
        assertThat(schedule.nextMicros(saturday)).isEqualTo(6 * DAY + 22 * HOUR);
    }

    @Test
    void aTimeThatTheClockLeavesOutComesWhenItHasBeenMoved() {
        Cron cron = Cron.parse("30 2 * * *").orElseThrow();
        long before = ZonedDateTime.of(2026, 3, 7, 3, 0, 0, 0, NEW_YORK).toEpochSecond();
        long moved = ZonedDateTime.of(2026, 3, 8, 3, 0, 0, 0, NEW_YORK).toEpochSecond();
        assertThat(cron.next(before, NEW_YORK)).isEqualTo(moved);
        assertThat(cron.next(moved, NEW_YORK))
                .isEqualTo(ZonedDateTime.of(2026, 3, 9, 2, 30, 0, 0, NEW_YORK).toEpochSecond());
    }

    @Test
    void aTimeThatTheClockRepeatsComesOnce() {
        Cron cron = Cron.parse("30 1 * * *").orElseThrow();
        long first =
                cron.next(ZonedDateTime.of(2026, 10, 31, 12, 0, 0, 0, NEW_YORK).toEpochSecond(), NEW_YORK);
        assertThat(first).isEqualTo(Instant.parse("2026-11-01T05:30:00Z").getEpochSecond());
        assertThat(cron.next(first, NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-02T06:30:00Z").getEpochSecond());
    }

    @Test
    void theLatestOfSeveralActionsAtOneInstantWins() {
        Schedule schedule = Schedule.of("0 9 * * * 5; 30 11 * * * 12; 0 9 * * MON 7", SEOUL);
        assertThat(schedule.nextMicros(-1)).isEqualTo(9 * HOUR);
        assertThat(schedule.desiredAt(9 * HOUR)).contains(7);
        assertThat(schedule.desiredAt(DAY + 9 * HOUR)).contains(5);
        assertThat(schedule.desiredAt(10 * HOUR)).isEmpty();
        assertThat(schedule.nextMicros(9 * HOUR)).isEqualTo(11 * HOUR + 30 * MINUTE);
    }

    @Test
    void aScheduledActionSetsDesiredOnceAndWithinTheLimits() {
        Scheduled policy = new Scheduled(Schedule.of("0 9 * * * 12", SEOUL));
        Groups nine = Groups.of(4).at(9 * HOUR);
        assertThat(policy.onClock(nine)).contains(new Change(12, Cause.SCHEDULED, 540, 0, 0));
        assertThat(policy.onClock(nine.within(1, 8)).map(Change::to)).contains(8);
        assertThat(policy.onClock(Groups.of(12).at(9 * HOUR))).isEmpty();
    }

    @Test
    void theEntryThatCannotBeReadIsNamed() {
        assertThat(Schedule.firstProblem("")).isEmpty();
        assertThat(Schedule.firstProblem("30 11 * * * 12; 30 13 * * * 5; 0 22 * * * 3"))
                .isEmpty();
        assertThat(Schedule.firstProblem("30 11 * * * 12; 25 25 * * * 5")).contains("25 25 * * * 5");
        assertThat(Schedule.firstProblem("30 11 * * *")).as("no capacity").contains("30 11 * * *");
        assertThat(Schedule.firstProblem("30 11 * * * 201")).contains("30 11 * * * 201");
        assertThat(Schedule.firstProblem("* * * * * 1;".repeat(20))).isEmpty();
        assertThat(Schedule.firstProblem("* * * * * 1;".repeat(20) + "* * * * * 2"))
                .contains("* * * * * 2");
    }
}
