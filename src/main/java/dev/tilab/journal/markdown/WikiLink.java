package dev.tilab.journal.markdown;

import dev.tilab.support.OneLine;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A link within the journal: {@code [[2025-03-06]]} leads to a day, {@code [[상태 확인]]} to the topic of that title, and
 * {@code [[2025-03-06|그날]]} is read 그날.
 *
 * @param target the day or the title, as it was typed
 * @param label what is read instead; empty where nothing was said
 */
public record WikiLink(String target, String label) {

    /** Longest target and longest label, in characters; what is longer is text. */
    public static final int CHARACTERS = 300;

    /** Stands for each character of code in a text whose code is none of the journal's business. */
    public static final char CODE = '\uFFFC';

    /** A picture in Obsidian's way, {@code ![[…]]}, is none. In a table the bar is escaped. Its groups are target and label. */
    public static final Pattern PATTERN = Pattern.compile("(?<!!)\\[\\[([^\\[\\]|\\\\\\n" + CODE + "]{1," + CHARACTERS
            + "}+)(?:\\\\?\\|([^\\[\\]\\n" + CODE + "]{0," + CHARACTERS + "}+))?+]]");

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:#.*)?");

    /** Of a match of {@link #PATTERN}. */
    public static WikiLink of(MatchResult match) {
        return new WikiLink(
                match.group(1).strip(),
                Optional.ofNullable(match.group(2)).orElse("").strip());
    }

    /** The day that it leads to; empty where it leads to a topic. */
    public Optional<LocalDate> day() {
        try {
            return Optional.of(DAY.matcher(target))
                    .filter(day -> day.matches())
                    .map(day -> LocalDate.parse(day.group(1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** What is read. */
    public String shown() {
        return label.isEmpty() ? target : label;
    }

    /** A topic's title as titles are compared: spaces, capitals and the way in which macOS writes Hangul do not count. */
    public static String topic(String title) {
        return Normalizer.normalize(OneLine.of(title, CHARACTERS), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
