package dev.tilab.journal;

import dev.tilab.support.OneLine;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * One thing that is wrong with one field of an entry.
 *
 * @param field path of the field: {@code date}, {@code topics[0].title}; empty for the day as a whole
 * @param value the value as it was given, null when there was none
 * @param code message key below {@code entry.problem.}: {@code required}, {@code too-long}, {@code not-one-line}, …
 * @param allowed what would be right, as data: {@code max}, {@code min}, {@code options}, …; in the message's order
 */
public record FieldProblem(String field, String value, String code, Map<String, Object> allowed) {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    /** How much of a wrong value an answer repeats. */
    private static final int SHOWN = 80;

    /** What is wrong, in the reader's language: names the field, the value and what is allowed. */
    public String message(MessageSource messages, Locale locale) {
        Object[] arguments = new Object[2 + allowed.size()];
        arguments[0] = label(messages, locale);
        arguments[1] = value == null ? "" : OneLine.of(value, SHOWN);
        int i = 2;
        for (Object limit : allowed.values()) {
            arguments[i++] = limit;
        }
        return messages.getMessage("entry.problem." + code, arguments, locale);
    }

    /** The field's name in the reader's language; "title of topic 2" for {@code topics[1].title}. */
    private String label(MessageSource messages, Locale locale) {
        var index = INDEX.matcher(field);
        Object[] number = index.find() ? new Object[] {Integer.parseInt(index.group(1)) + 1} : new Object[] {""};
        String key = "entry.field." + INDEX.matcher(field).replaceAll("");
        return messages.getMessage(key, number, field, locale);
    }
}
