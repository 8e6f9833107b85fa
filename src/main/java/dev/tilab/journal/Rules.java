package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.FieldClash;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the fields of a day must be. All problems are found at once. What is unchanged from the file is not asked: a title
 * that was brought in with 400 characters must not keep its owner from correcting another line.
 */
final class Rules {

    static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private static final DayFields NOTHING =
            new DayFields(null, DayFields.Scrum.EMPTY, List.of(), List.of(), "", List.of());

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
        rules.scrum(edited.scrum());
        rules.topics(edited.topics());
        rules.challenges(edited.challenges());
        rules.text("retrospective", edited.retrospective());
        rules.references(edited.references());
        rules.raise();
    }

    /** Whether there are not too many items: asked before anything is done with each of them. */
    static void checkCounts(DayFields current, DayFields edited) {
        new Rules(current).counts(edited);
    }

    /** Whether a file has no more items than its pages can show. */
    static void checkItems(DayFields read) {
        Rules rules = new Rules(null);
        rules.count("topics", read.topics().size(), 0, Limits.FILE_TOPICS);
        rules.count("challenges", read.challenges().size(), 0, Limits.FILE_CHALLENGES);
        rules.count("references", read.references().size(), 0, Limits.FILE_REFERENCES);
        rules.raise();
    }

    /** Whether a day can be filed under the date. */
    static void check(LocalDate date) {
        Rules rules = new Rules(null);
        rules.date(date);
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

    private void scrum(DayFields.Scrum scrum) {
        text("scrum.todo", scrum.todo());
        text("scrum.specialNotes", scrum.specialNotes());
        text("scrum.yesterdayTodo", scrum.yesterdayTodo());
        text("scrum.yesterdayRetrospective", scrum.yesterdayRetrospective());
    }

    private void topics(List<DayFields.Topic> topics) {
        for (int i = 0; i < topics.size(); i++) {
            DayFields.Topic topic = topics.get(i);
            DayFields.Topic before = current == null ? null : at(current.topics(), topic.origin());
            String path = "topics[" + i + "].";
            line(path + "title", topic.title(), before == null ? null : before.title(), Limits.TITLE_CHARACTERS);
            text(path + "body", topic.body());
        }
    }

    private void challenges(List<DayFields.Challenge> challenges) {
        for (int i = 0; i < challenges.size(); i++) {
            DayFields.Challenge challenge = challenges.get(i);
            DayFields.Challenge before = current == null ? null : at(current.challenges(), challenge.origin());
            String path = "challenges[" + i + "].";
            // In one line a problem is a title; told in several, as a file may have it, it is a text.
            if (challenge.problem().indexOf('\n') < 0) {
                line(path + "problem", challenge.problem(), before == null ? null : before.problem(), Limits.TITLE_CHARACTERS);
            } else {
                text(path + "problem", challenge.problem());
            }
            text(path + "solution", challenge.solution());
            if (challenge.problem().isBlank() && !challenge.solution().isBlank() && before == null) {
                problem(path + "problem", challenge.problem(), "required");
            }
        }
    }

    private void references(List<DayFields.Reference> references) {
        for (int i = 0; i < references.size(); i++) {
            DayFields.Reference reference = references.get(i);
            DayFields.Reference before = current == null ? null : at(current.references(), reference.origin());
            String path = "references[" + i + "].";
            line(path + "title", reference.title(), before == null ? null : before.title(), Limits.TITLE_CHARACTERS);
            if (before == null || !before.url().equals(reference.url())) {
                address(path + "url", reference.url());
            }
        }
    }

    private void address(String field, String url) {
        if (url.isEmpty()) {
            return;
        }
        if (url.length() > Limits.URL_CHARACTERS) {
            problem(field, url, "too-long", "max", Limits.URL_CHARACTERS, "length", url.length());
        } else if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)) || Text.broken(url)) {
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

    private void line(String field, String value, String before, int max) {
        if (Objects.equals(value, before)) {
            return;
        }
        if (value.indexOf('\n') >= 0) {
            problem(field, value, "not-one-line", "lines", value.split("\n", -1).length);
        } else if (value.codePointCount(0, value.length()) > max) {
            problem(field, value, "too-long", "max", max, "length", value.codePointCount(0, value.length()));
        }
        text(field, value);
    }

    private void text(String field, String value) {
        if (Text.broken(value)) {
            problem(field, value, "not-text");
        }
    }

    /** Too many are told alone: thousands of lines about each of them would help nobody. */
    private void counts(DayFields edited) {
        DayFields before = current == null ? NOTHING : current;
        count("topics", edited.topics().size(), before.topics().size(), Limits.TOPICS);
        count("challenges", edited.challenges().size(), before.challenges().size(), Limits.CHALLENGES);
        count("references", edited.references().size(), before.references().size(), Limits.REFERENCES);
        raise();
    }

    private void count(String field, int count, int before, int max) {
        if (count > Math.max(max, before)) {
            problem(field, String.valueOf(count), "too-many", "max", max, "count", count);
        }
    }

    private static <T> T at(List<T> items, int origin) {
        return origin < 0 || origin >= items.size() ? null : items.get(origin);
    }

    private void problem(String field, String value, String code, Object... allowed) {
        Map<String, Object> limits = new LinkedHashMap<>();
        for (int i = 0; i < allowed.length; i += 2) {
            limits.put((String) allowed[i], allowed[i + 1]);
        }
        problems.add(new FieldProblem(field, value, code, limits));
    }
}
