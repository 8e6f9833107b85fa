package dev.tilab.cloud.compute;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a cron expression: {@code *}, {@code 5}, {@code 9-17}, {@code MON-FRI}, steps of these such as {@code
 * 0-30/10}, and lists of them joined by commas.
 *
 * @param bits bit n is set if n is meant
 */
record CronField(long bits, boolean startsWithStar) {

    private static final Pattern PART =
            Pattern.compile("(\\*|([0-9]{1,2}|[A-Z]{3})(?:-([0-9]{1,2}|[A-Z]{3}))?)(?:/([0-9]{1,2}))?");

    /**
     * @param min smallest number of the field; the first name stands for it
     * @param names other spellings of the numbers from the smallest on; empty without any
     */
    static Optional<CronField> parse(String text, int min, int max, List<String> names) {
        long bits = 0;
        for (String part : text.toUpperCase(Locale.ROOT).split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            boolean all = matcher.group(1).equals("*");
            int from = all ? min : number(matcher.group(2), min, names);
            int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            int to = all
                    ? max
                    : matcher.group(3) != null
                            ? number(matcher.group(3), min, names)
                            : matcher.group(4) == null ? from : max;
            if (from < min || to > max || from > to || step == 0) {
                return Optional.empty();
            }
            for (int value = from; value <= to; value += step) {
                bits |= 1L << value;
            }
        }
        return Optional.of(new CronField(bits, text.startsWith("*")));
    }

    /** The number meant; −1 for a name that is none. */
    private static int number(String text, int min, List<String> names) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int place = names.indexOf(text);
        return place < 0 ? -1 : min + place;
    }
}
