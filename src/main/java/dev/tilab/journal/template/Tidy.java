package dev.tilab.journal.template;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings texts into the form in which they are read: line ends, blank lines around texts, spaces around single lines. */
public final class Tidy {

    /** Fields as a form or a program sends them, so that rules can be asked: a line that holds several is left as it is. */
    public static DayFields given(DayFields fields) {
        return fields.eachRow(row -> tidy(row, field -> {
            String text = text(row.text(field));
            return field.limit() > 0 ? text.strip() : text;
        }));
    }

    /** Fields as they will be read when they are written; rows that say nothing are none. */
    static DayFields fields(DayFields fields) {
        return fields.eachRow(row -> tidy(row, field -> switch (field.kind()) {
                    case LINE, URL -> line(row.text(field));
                    case NOTE -> note(row.text(field));
                    case MARKDOWN -> text(row.text(field));
                }))
                .onlyRows(row -> !row.texts().stream().allMatch(String::isEmpty));
    }

    private static DayRow tidy(DayRow row, Function<DayField, String> text) {
        List<String> texts = row.section().fields().stream().map(text).toList();
        return texts.equals(row.texts()) ? row : row.section().row(row.origin(), texts);
    }

    /** As a form can carry it: what it sends back otherwise than this was typed. */
    public static String typed(DayField field, String value) {
        return field.kind().isLine() ? line(value) : text(value);
    }

    /** Markdown: only line ends and the blank lines around it change. */
    public static String text(String value) {
        if (isOneLine(value)) {
            return isBlank(value) ? "" : value;
        }
        List<String> lines = lines(value);
        int from = 0;
        int to = lines.size();
        while (from < to && isBlank(lines.get(from))) {
            from++;
        }
        while (to > from && isBlank(lines.get(to - 1))) {
            to--;
        }
        return String.join("\n", lines.subList(from, to));
    }

    /**
     * A note: spaces at the ends of its lines mean nothing, nor does the indent that all lines below a first line share that is
     * no list item, since the file may show that first line behind a key.
     */
    static String note(String value) {
        if (isOneLine(value)) {
            return Folded.trimmed(value);
        }
        List<String> lines =
                lines(text(value)).stream().map(String::stripTrailing).toList();
        String first = Folded.trimmed(lines.get(0));
        boolean list = Bullet.of(Folded.of(first)) != null;
        int shared = lines.stream()
                .skip(1)
                .filter(line -> !list && !isBlank(line))
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        UnaryOperator<String> cut = line -> isBlank(line) ? "" : line.substring(shared);
        return Stream.concat(Stream.of(first), lines.stream().skip(1).map(cut)).collect(Collectors.joining("\n"));
    }

    /** A single line. */
    static String line(String value) {
        return Folded.trimmed(isOneLine(value) ? value : String.join(" ", lines(value)));
    }

    /** Without the rules behind it, which a reader takes for lines between sections. */
    static String withoutRules(String text) {
        List<String> lines = lines(text);
        int to = lines.size();
        while (to > 0 && (isBlank(lines.get(to - 1)) || Bullet.isRule(Folded.of(lines.get(to - 1))))) {
            to--;
        }
        return String.join("\n", lines.subList(0, to));
    }

    private static List<String> lines(String value) {
        return value == null
                ? List.of("")
                : List.of(value.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }

    private static boolean isOneLine(String value) {
        return value != null && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    private static boolean isBlank(String line) {
        return Folded.of(line).isBlank();
    }

    private Tidy() {}
}
