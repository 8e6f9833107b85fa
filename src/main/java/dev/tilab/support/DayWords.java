package dev.tilab.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;

/** Dates in words, in one language. Their patterns stand in the message bundle, because order and punctuation are language. */
public final class DayWords {

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    /** A page may name every day of a year. */
    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    public DayWords(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** "Thursday, 11 September". */
    public String day(LocalDate date) {
        return format("date.pattern.day", date);
    }

    /** "11 September 2025". */
    public String full(LocalDate date) {
        return format("date.pattern.full", date);
    }

    /** "11 Sep". */
    public String brief(LocalDate date) {
        return format("date.pattern.brief", date);
    }

    /** The same, with the year where it is not the one that its reader thinks of. */
    public String brief(LocalDate date, LocalDate beside) {
        return format("date.pattern.brief" + ofYear(date, beside), date);
    }

    /** "Thu 11 Sep". */
    public String briefDay(LocalDate date) {
        return format("date.pattern.brief-day", date);
    }

    /** "Thu 11 Sep", or "Thu 11 Sep 2024" where the year is another one than that of the day beside it. */
    public String briefDay(LocalDate date, LocalDate beside) {
        return format("date.pattern.brief-day" + ofYear(date, beside), date);
    }

    /** "Thursday, 11 September", or with its year. */
    public String day(LocalDate date, LocalDate beside) {
        return format("date.pattern.day" + ofYear(date, beside), date);
    }

    private static String ofYear(LocalDate date, LocalDate beside) {
        return date.getYear() == beside.getYear() ? "" : ".year";
    }

    /** "Thu". */
    public String weekday(LocalDate date) {
        return format("date.pattern.weekday", date);
    }

    /** "2025". */
    public String year(LocalDate date) {
        return format("date.pattern.year", date);
    }

    /** "September 2025". */
    public String month(YearMonth month) {
        return format("date.pattern.month", month);
    }

    /** "Sep". */
    public String briefMonth(YearMonth month) {
        return format("date.pattern.brief-month", month);
    }

    /** "11 September 2025, 09:42", where the clock of the application stands. */
    public String moment(Instant instant) {
        return format("date.pattern.moment", instant.atZone(zone));
    }

    /** "09:42" on the same day, "11 Sep" on another one. */
    public String soon(Instant instant, Instant now) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return day.equals(now.atZone(zone).toLocalDate())
                ? format("date.pattern.time", instant.atZone(zone))
                : brief(day);
    }

    /** "09:42", where the clock of the application stands. */
    public String time(Instant instant) {
        return format("date.pattern.time", instant.atZone(zone));
    }

    /** A day, or several. */
    public String days(LocalDate date, Optional<LocalDate> end) {
        return end.filter(last -> !last.equals(date))
                .map(last -> message("date.range", day(date), day(last)))
                .orElseGet(() -> day(date));
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public Locale locale() {
        return locale;
    }

    private String format(String key, TemporalAccessor when) {
        return formats.computeIfAbsent(key, each -> DateTimeFormatter.ofPattern(message(each), locale))
                .format(when);
    }
}
