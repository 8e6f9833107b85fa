package dev.tilab.cloud.compute;

import dev.tilab.simulation.engine.Effort;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheduled actions as a person writes them: {@code 30 11 * * * 12; 0 22 * * * 3}, each five cron fields and a desired
 * capacity.
 */
public record Schedule(List<Entry> entries, ZoneId zone) {

    /** What it costs to look through the minutes around an instant for one action. */
    public static final long NANOS_PER_ACTION = 20_000;

    /** Amazon EC2 Auto Scaling allows 125 a group ("Quotas"); the lab needs fewer. */
    static final int MAX_ENTRIES = 20;

    private static final String SYNTAX = "<minute> <hour> <day> <month> <weekday> <desired>; ...";

    /** The run begins on Monday 2026-03-02 at 00:00 in Seoul. */
    static final long START_SECOND = Instant.parse("2026-03-01T15:00:00Z").getEpochSecond();

    private static final Pattern ENTRY = Pattern.compile("(.+)\\s+([0-9]{1,3})");

    /** One action: when, and the desired capacity it sets. */
    record Entry(Cron cron, int desired) {}

    public Schedule {
        entries = List.copyOf(entries);
    }

    /** The part of the text that cannot be read, as it stands there; empty if all of it can. */
    static Optional<String> firstProblem(String text) {
        List<String> parts = parts(text);
        if (parts.size() > MAX_ENTRIES) {
            return Optional.of(parts.get(MAX_ENTRIES));
        }
        return parts.stream().filter(part -> entry(part).isEmpty()).findFirst();
    }

    /** Reads {@code schedule} and {@code scheduleZone}; an entry that cannot be read is a problem. */
    static Schedule read(ScenarioReader reader) {
        String text = reader.plain("schedule");
        ZoneId zone = ZoneId.of(reader.choice("scheduleZone"));
        if (reader.isRight("schedule")) {
            firstProblem(text)
                    .ifPresent(part -> reader.reject("schedule", part, "not-a-schedule", Values.of("syntax", SYNTAX)));
        }
        return of(reader.isRight("schedule") ? text : GroupParameters.SCHEDULE, zone);
    }

    /** Reads a text without problems. */
    static Schedule of(String text, ZoneId zone) {
        return new Schedule(
                parts(text).stream().map(part -> entry(part).orElseThrow()).toList(), zone);
    }

    /** The first instant of the run after the one given at which an action runs; {@code ScalingPolicy.NEVER} without any. */
    long nextMicros(long afterMicros) {
        long afterSecond = START_SECOND + Math.floorDiv(afterMicros, 1_000_000L);
        long next = ScalingPolicy.NEVER;
        spend();
        for (Entry entry : entries) {
            next = Math.min(next, (entry.cron.next(afterSecond, zone) - START_SECOND) * 1_000_000);
        }
        return next;
    }

    /** The capacity that is set at this instant; of several actions at the same instant the last written wins. */
    Optional<Integer> desiredAt(long micros) {
        Integer desired = null;
        spend();
        for (Entry entry : entries) {
            long second = START_SECOND + Math.floorDiv(micros, 1_000_000L);
            if (entry.cron.next(second - 1, zone) == second) {
                desired = entry.desired;
            }
        }
        return Optional.ofNullable(desired);
    }

    /** Most actions that run on a day. */
    public int firingsADay() {
        return entries.stream().mapToInt(entry -> entry.cron.timesADay()).sum();
    }

    private void spend() {
        Effort.current().spend(entries.size() * NANOS_PER_ACTION);
    }

    /** What the clocks of the schedule's zone show at this instant, in minutes since midnight. */
    int minuteOfDay(long micros) {
        long second = START_SECOND + Math.floorDiv(micros, 1_000_000L);
        return Instant.ofEpochSecond(second).atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Optional<Entry> entry(String text) {
        Matcher matcher = ENTRY.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 200) {
            return Optional.empty();
        }
        return Cron.parse(matcher.group(1)).map(cron -> new Entry(cron, Integer.parseInt(matcher.group(2))));
    }
}
