package dev.tilab.journal.template;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A date, or the first and last of several days, as it is written in a folded line.
 *
 * @param first the day
 * @param last the last day; the same without a range
 * @param start where it starts
 * @param end where it ends
 * @param tokens the numbers it consists of, in order
 */
record DateSpan(LocalDate first, LocalDate last, int start, int end, List<Token> tokens) {

    private static final int LONGEST_RANGE_DAYS = 92;

    /** A number of a date: which part of which of the two days, and where it stands. */
    record Token(Part part, boolean ofLast, int start, int end) {}

    enum Part {
        YEAR,
        MONTH,
        /** In English words, whole or its first three letters. */
        MONTH_NAME,
        DAY
    }

    /** The date that starts exactly here, or null. */
    static DateSpan at(Folded line, int start) {
        Scan scan = new Scan(line);
        LocalDate first = start > 0 && isDigit(line.at(start - 1)) ? null : scan.date(start, false);
        if (first == null) {
            return null;
        }
        int end = scan.end;
        List<Token> tokens = new ArrayList<>(scan.tokens);
        scan.tokens.clear();
        LocalDate last = scan.last(end, first);
        if (last == null) {
            return new DateSpan(first, first, start, end, tokens);
        }
        tokens.addAll(scan.tokens);
        return new DateSpan(first, last, start, scan.end, tokens);
    }

    /** The first date anywhere in the line, or null. */
    static DateSpan in(Folded line) {
        for (int i = 0; i < line.length(); i++) {
            boolean number = isDigit(line.at(i)) && (i == 0 || !isDigit(line.at(i - 1)));
            if (number || monthName(line, i) > 0) {
                DateSpan found = at(line, i);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The month whose English name, whole or in three letters, stands here as a word; 0 without one. */
    private static int monthName(Folded line, int at) {
        int end = wordEnd(line, at);
        if (end - at < 3 || at > 0 && isLetter(line.at(at - 1))) {
            return 0;
        }
        String word = line.text(at, end);
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (word.equals(name)
                    || word.equals(name.substring(0, 3))
                    || word.equals("sept") && month == Month.SEPTEMBER) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static int wordEnd(Folded line, int at) {
        int end = at;
        while (end < line.length() && end - at < 10 && isLetter(line.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    static LocalDate valid(int year, int month, int day) {
        boolean exists = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1;
        return exists && day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    private static final class Scan {
        private final Folded line;
        private final List<Token> tokens = new ArrayList<>();
        private int end;

        Scan(Folded line) {
            this.line = line;
        }

        LocalDate date(int start, boolean ofLast) {
            int digits = digits(start);
            if (digits <= 2) {
                LocalDate named = named(start, digits, ofLast);
                if (named != null) {
                    return named;
                }
            }
            if (digits == 8) {
                return day(start, start + 4, start + 4, start + 6, start + 6, start + 8, ofLast);
            }
            if (digits != 4 && digits != 2) {
                return null;
            }
            int month = separator(start + digits, '년', digits == 4);
            int monthDigits = month < 0 ? 0 : digits(month);
            if (monthDigits == 4 && digits == 4) {
                return day(start, start + 4, month, month + 2, month + 2, month + 4, ofLast);
            }
            if (monthDigits != 1 && monthDigits != 2) {
                return null;
            }
            int day = separator(month + monthDigits, '월', digits == 4);
            int dayDigits = day < 0 ? 0 : digits(day);
            return dayDigits == 1 || dayDigits == 2
                    ? day(start, start + digits, month, month + monthDigits, day, day + dayDigits, ofLast)
                    : null;
        }

        /** {@code January 5, 2031} and {@code 5 January 2031}. */
        private LocalDate named(int start, int digits, boolean ofLast) {
            int name = digits == 0 ? start : line.skipSpaces(start + digits);
            int month = monthName(line, name);
            if (month == 0) {
                return null;
            }
            int nameEnd = wordEnd(line, name);
            int next = afterComma(line.at(nameEnd) == '.' ? nameEnd + 1 : nameEnd);
            int day = digits == 0 ? next : start;
            int dayDigits = digits(day);
            int year = digits == 0 ? afterComma(day + dayDigits) : next;
            if (dayDigits == 0 || dayDigits > 2 || digits(year) != 4) {
                return null;
            }
            LocalDate date = valid(number(year, year + 4), month, number(day, day + dayDigits));
            if (date != null) {
                Token monthToken = new Token(Part.MONTH_NAME, ofLast, name, nameEnd);
                Token dayToken = new Token(Part.DAY, ofLast, day, day + dayDigits);
                tokens.add(digits == 0 ? monthToken : dayToken);
                tokens.add(digits == 0 ? dayToken : monthToken);
                tokens.add(new Token(Part.YEAR, ofLast, year, year + 4));
                end = year + 4;
            }
            return date;
        }

        private int afterComma(int at) {
            int i = line.skipSpaces(at);
            return line.at(i) == ',' ? line.skipSpaces(i + 1) : i;
        }

        /** The second half of a range, in as few numbers as it is written with, or null. */
        LocalDate last(int from, LocalDate first) {
            int at = line.skipSpaces(from);
            char sign = line.at(at);
            if (sign != '~' && sign != '_' && sign != '-') {
                return null;
            }
            int start = line.skipSpaces(at + 1);
            LocalDate last = date(start, true);
            if (last == null && sign != '-') {
                tokens.clear();
                last = partial(start, first);
                last = last != null && Label.isWord(line.at(end)) ? null : last; // ~ 8시
            }
            long days = last == null ? 0 : ChronoUnit.DAYS.between(first, last);
            return days > 0 && days <= LONGEST_RANGE_DAYS ? last : null;
        }

        private LocalDate partial(int start, LocalDate first) {
            int one = digits(start);
            if (one != 1 && one != 2) {
                return null;
            }
            int second = separator(start + one, '월', false);
            int two = second < 0 ? 0 : digits(second);
            if (two == 1 || two == 2) {
                tokens.add(new Token(Part.MONTH, true, start, start + one));
                tokens.add(new Token(Part.DAY, true, second, second + two));
                end = afterDay(second + two);
                int month = number(start, start + one);
                int year = month < first.getMonthValue() ? first.getYear() + 1 : first.getYear();
                return valid(year, month, number(second, second + two));
            }
            tokens.add(new Token(Part.DAY, true, start, start + one));
            end = afterDay(start + one);
            return valid(first.getYear(), first.getMonthValue(), number(start, start + one));
        }

        private LocalDate day(int y, int yEnd, int m, int mEnd, int d, int dEnd, boolean ofLast) {
            if (isDigit(line.at(dEnd))) {
                return null;
            }
            int year = number(y, yEnd);
            LocalDate date = valid(yEnd - y == 2 ? 2000 + year : year, number(m, mEnd), number(d, dEnd));
            if (date != null) {
                tokens.add(new Token(Part.YEAR, ofLast, y, yEnd));
                tokens.add(new Token(Part.MONTH, ofLast, m, mEnd));
                tokens.add(new Token(Part.DAY, ofLast, d, dEnd));
                end = afterDay(dEnd);
            }
            return date;
        }

        private int afterDay(int at) {
            return line.at(at) == '일' ? at + 1 : at; // behind a space it is a Sunday
        }

        /** Where the next number starts behind a separator, or -1. */
        private int separator(int at, char word, boolean spaceIsEnough) {
            int i = line.skipSpaces(at);
            char c = line.at(i);
            if (c == '-' || c == '.' || c == '/' || c == '_' || c == word) {
                return line.skipSpaces(i + 1);
            }
            return spaceIsEnough && i > at ? i : -1;
        }

        private int digits(int at) {
            int i = at;
            while (i - at < 9 && isDigit(line.at(i))) {
                i++;
            }
            return i - at;
        }

        private int number(int from, int to) {
            int value = 0;
            for (int i = from; i < to; i++) {
                value = value * 10 + line.at(i) - '0';
            }
            return value;
        }
    }
}
