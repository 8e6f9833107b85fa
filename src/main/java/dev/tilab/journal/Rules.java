package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.FieldClash;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the fields of a day must be. All problems are found at once. What is unchanged from the file is not asked: a title
 * that was brought in with 400 characters must not keep its owner from correcting another line.
 */
final class Rules {

    static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private final DayFields current;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Rules(DayFields current) {
        this.current = current;
    }

    /**
     * @param current the day as it is saved, or null for a new one
     * @throws InvalidEntryException when anything is wrong
     */
    static void check(DayFields current, DayFields edited) {
        Rules rules = new Rules(current);
        rules.counts(edited);
        rules.date(edited.date());
        for (DaySection section : DaySection.values()) {
            rules.rows(edited.rows(section));
        }
        rules.raise();
    }

    /** Whether there are not too many items: asked before anything is done with each of them. */
    static void checkCounts(DayFields current, DayFields edited) {
        new Rules(current).counts(edited);
    }

    /** Whether a file has no more items than its pages can show. */
    static void checkItems(DayFields read) {
        Rules rules = new Rules(null);
        DaySection.lists().forEach(section -> rules.count(section, read, section.mostRowsOfFile()));
        rules.raise();
    }

    /** Whether a day can be filed under the date. */
    static void check(LocalDate date) {
        Rules rules = new Rules(null);
        rules.date(date);
        rules.raise();
    }

    /** Whether a day can have the text. */
    static void checkText(String text) {
        Rules rules = new Rules(null);
        if (text.isBlank()) {
            rules.problem("text", null, "required");
        }
        rules.intact("text", text);
        rules.raise();
    }

    /** Whether the file can say the fields as they are; a clash with a placeholder only means "not filled in". */
    static void check(List<FieldClash> clashes) {
        List<FieldClash> found = clashes.stream()
                .filter(clash -> !clash.code().equals(FieldClash.PLACEHOLDER))
                .toList();
        // A heading in the wrong place also displaces the fields behind it; only what displaces them can be put right.
        List<FieldClash> causes = found.stream()
                .filter(clash -> !clash.code().equals(FieldClash.NOT_REPRESENTABLE))
                .toList();
        Rules rules = new Rules(null);
        for (FieldClash clash : causes.isEmpty() ? found : causes) {
            rules.problem(clash.field(), clash.text(), clash.code(), "line", clash.line());
        }
        rules.raise();
    }

    private void raise() {
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
    }

    private void date(LocalDate date) {
        if (date == null) {
            problem("date", null, "required");
        } else if (date.isBefore(Limits.FIRST_DAY) || date.isAfter(Limits.LAST_DAY)) {
            String first = Limits.FIRST_DAY.toString();
            String last = Limits.LAST_DAY.toString();
            problem("date", date.toString(), "date-out-of-range", "min", first, "max", last);
        }
    }

    private void rows(List<DayRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            DayRow row = rows.get(i);
            DayRow before = Fields.before(current, row);
            for (DayField field : row.section().fields()) {
                String text = row.text(field);
                if (before == null || !text.equals(before.text(field))) {
                    text(field, field.path(i), text);
                }
            }
            if (before == null && !row.isBlank()) {
                required(row, i);
            }
        }
    }

    private void required(DayRow row, int index) {
        for (DayField field : row.section().fields()) {
            if (field.isRequired() && row.text(field).isBlank()) {
                problem(field.path(index), row.text(field), "required");
            }
        }
    }

    private void text(DayField field, String path, String text) {
        if (field.kind() == DayField.Kind.URL) {
            address(path, text, field.limit());
            return;
        }
        // In one line a problem is a title; told in several, as a file may have it, it is a text.
        if (field.limit() > 0 && (field.kind().isLine() || text.indexOf('\n') < 0)) {
            line(path, text, field.limit());
        }
        intact(path, text);
    }

    private void intact(String path, String text) {
        if (Text.broken(text)) {
            problem(path, text, "not-text");
        }
    }

    private void address(String field, String url, int max) {
        if (url.isEmpty()) {
            return;
        }
        if (url.length() > max) {
            problem(field, url, "too-long", "max", max, "length", url.length());
        } else if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
                || Text.broken(url)) {
            problem(field, url, "not-an-address", "schemes", String.join(", ", List.of("http", "https", "mailto")));
        } else if (!SCHEMES.contains(scheme(url))) {
            problem(field, url, "not-an-address", "schemes", String.join(", ", List.of("http", "https", "mailto")));
        }
    }

    /** The scheme of an address that has something behind it; addresses with Korean in them are right too. */
    static String scheme(String url) {
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (scheme.equals("mailto")) {
            return url.indexOf('@') > colon + 1 ? scheme : "";
        }
        return url.startsWith("://", colon) && hasHost(url.substring(colon + 3)) ? scheme : "";
    }

    private static boolean hasHost(String afterSlashes) {
        String authority = afterSlashes.split("[/?#]", 2)[0];
        try {
            return !authority.isEmpty() && new URI("http://" + authority).getRawAuthority() != null;
        } catch (URISyntaxException notAnAuthority) {
            return false;
        }
    }

    private void line(String field, String value, int max) {
        if (value.indexOf('\n') >= 0) {
            problem(field, value, "not-one-line", "lines", value.split("\n", -1).length);
        } else if (value.codePointCount(0, value.length()) > max) {
            problem(field, value, "too-long", "max", max, "length", value.codePointCount(0, value.length()));
        }
    }

    /** Too many are told alone: thousands of lines about each of them would help nobody. */
    private void counts(DayFields edited) {
        DaySection.lists().forEach(section -> count(section, edited, section.mostRows()));
        raise();
    }

    /** As many as the saved day has are not too many. */
    private void count(DaySection section, DayFields day, int max) {
        int count = day.rows(section).size();
        int before = current == null ? 0 : current.rows(section).size();
        if (count > Math.max(max, before)) {
            problem(section.path(), String.valueOf(count), "too-many", "max", max, "count", count);
        }
    }

    private void problem(String field, String value, String code, Object... allowed) {
        Map<String, Object> limits = new LinkedHashMap<>();
        for (int i = 0; i < allowed.length; i += 2) {
            limits.put((String) allowed[i], allowed[i + 1]);
        }
        problems.add(new FieldProblem(field, value, code, limits));
    }
}
