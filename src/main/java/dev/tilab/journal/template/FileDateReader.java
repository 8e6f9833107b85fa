package dev.tilab.journal.template;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates out of paths as people name their diary files. */
final class FileDateReader {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern SHORT = Pattern.compile("(?<!\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(?<!\\d)(\\d\\d)(\\d\\d)(?!\\d)");
    /** {@code 03-06}, {@code 3월 6일}, {@code til 3.6 x}: a name that begins with them; further numbers may be anything. */
    private static final Pattern MONTH_THEN_DAY =
            Pattern.compile("(?:til[ _-]*)?(\\d{1,2}) ?(?:[-._]|월) ?(\\d{1,2})(?:일|[ _.-]\\D|$).*");

    private static final Pattern FOUR_DIGITS = Pattern.compile("(?:til[ _-]*)?(\\d\\d)(\\d\\d)(?:[ _.-]\\D|$).*");
    private static final Pattern DAY_ALONE = Pattern.compile("(?:til[ _-]*)?(\\d{1,2})(?:일|[ _.-]\\D|$).*");
    private static final Pattern MONTH_FOLDER = Pattern.compile("(\\d{1,2})월?");
    /** Notion puts an id of this many hexadecimal digits behind a page's name. */
    private static final int NOTION_ID = 32;

    static Optional<FileDate> read(String path) {
        String[] segments = decoded(path).replace('\\', '/').split("/");
        if (segments.length == 0) {
            return Optional.empty();
        }
        Folded name = Folded.of(withoutId(segments[segments.length - 1]));
        DateSpan span = DateSpan.in(name);
        if (span != null) {
            return Optional.of(new FileDate(span.first(), span.last()));
        }
        return inDigits(name, SHORT).or(() -> fromFolders(segments, name));
    }

    /** {@code 250331 x.md}: six digits that are a day of this century. */
    private static Optional<FileDate> inDigits(Folded name, Pattern pattern) {
        Matcher digits = pattern.matcher(name.text());
        LocalDate date =
                !digits.find() ? null : DateSpan.valid(2000 + number(digits, 1), number(digits, 2), number(digits, 3));
        return Optional.ofNullable(date).map(day -> new FileDate(day, day));
    }

    private static int number(Matcher digits, int group) {
        return Integer.parseInt(digits.group(group));
    }

    /** {@code 2025/2월/06.md}, {@code Oct(24)/10-15.md}: what the name lacks stands in its folders. */
    private static Optional<FileDate> fromFolders(String[] segments, Folded name) {
        int year = 0;
        int month = 0;
        for (int i = segments.length - 2; i >= 0; i--) {
            Folded folder = Folded.of(segments[i]);
            year = year == 0 ? year(folder) : year;
            month = month == 0 ? month(folder) : month;
        }
        int[] numbers = numbers(name);
        LocalDate date = null;
        Matcher monthAndDay = MONTH_AND_DAY.matcher(name.text());
        if (year > 0 && monthAndDay.find()) {
            date = DateSpan.valid(year, number(monthAndDay, 1), number(monthAndDay, 2)); // 2024/0809/0809_TIL.md
        } else if (numbers.length == 1 && month > 0) {
            date = DateSpan.valid(year, month, numbers[0]);
        } else if (numbers.length == 2) {
            date = DateSpan.valid(year, numbers[0], numbers[1]);
        }
        return Optional.ofNullable(date).map(day -> new FileDate(day, day));
    }

    /** Only what stands at the beginning of a name: whoever guesses the year as well must not guess at numbers of any kind. */
    static Optional<MonthDay> withoutYear(String path) {
        if (read(path).isPresent()) {
            return Optional.empty();
        }
        String[] segments = decoded(path).replace('\\', '/').split("/");
        if (segments.length == 0) {
            return Optional.empty();
        }
        Folded folded = Folded.of(withoutId(segments[segments.length - 1]));
        String name = folded.text().strip();
        for (Pattern both : List.of(MONTH_THEN_DAY, FOUR_DIGITS)) {
            Matcher found = both.matcher(name);
            if (found.matches()) {
                return monthDay(number(found, 1), number(found, 2));
            }
        }
        int named = monthByName(folded);
        int[] numbers = numbers(folded);
        if (named > 0 && numbers.length == 1) {
            return monthDay(named, numbers[0]); // Mar 3.md
        }
        Matcher day = DAY_ALONE.matcher(name);
        if (!day.matches()) {
            return Optional.empty();
        }
        for (int i = segments.length - 2; i >= 0; i--) {
            Folded folder = Folded.of(segments[i]);
            Matcher number = MONTH_FOLDER.matcher(folder.text().strip());
            int month = monthByName(folder);
            if (month > 0 || number.matches()) {
                return monthDay(month > 0 ? month : number(number, 1), number(day, 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<MonthDay> monthDay(int month, int day) {
        try {
            return Optional.of(MonthDay.of(month, day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int year(Folded folder) {
        int[] numbers = numbers(folder);
        for (int number : numbers) {
            if (number >= 2000 && number < 2200) {
                return number;
            }
        }
        boolean named = monthByName(folder) > 0; // 25.Mar, Oct(24): two digits beside a month's name
        for (int number : numbers) {
            if (named && number >= 15 && number < 100) {
                return 2000 + number;
            }
        }
        return 0;
    }

    private static int month(Folded folder) {
        int named = monthByName(folder);
        if (named > 0) {
            return named;
        }
        int[] numbers = numbers(folder);
        int last = numbers.length == 0 ? 0 : numbers[numbers.length - 1];
        return last >= 1 && last <= 12 ? last : 0;
    }

    private static int monthByName(Folded folder) {
        for (int i = 0; i < folder.length(); i++) {
            boolean wordStart = i == 0 || folder.at(i - 1) < 'a' || folder.at(i - 1) > 'z';
            for (int month = 0; wordStart && month < MONTHS.size(); month++) {
                if (folder.startsWith(MONTHS.get(month), i)) {
                    return month + 1;
                }
            }
        }
        return 0;
    }

    /** The numbers of a name, its extension left out. */
    private static int[] numbers(Folded name) {
        String text = name.text();
        return Pattern.compile("\\d{1,9}")
                .matcher(text.replaceFirst("\\.[a-z]{1,9}$", "").replaceFirst("\\(\\d\\)$", ""))
                .results()
                .mapToInt(match -> Integer.parseInt(match.group()))
                .toArray();
    }

    private static String withoutId(String name) {
        int run = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean hex = i < name.length() && Character.digit(name.charAt(i), 16) >= 0;
            if (!hex && run == NOTION_ID) {
                return name.substring(0, i - run) + name.substring(i);
            }
            run = hex ? run + 1 : 0;
        }
        return name;
    }

    private static String decoded(String path) {
        try {
            return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path; // a percent sign of its own
        }
    }

    private FileDateReader() {}
}
