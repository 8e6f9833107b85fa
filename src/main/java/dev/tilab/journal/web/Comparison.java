package dev.tilab.journal.web;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Topic;
import dev.tilab.journal.template.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Two versions of one day, field by field, only where they differ: what the conflict page shows.
 *
 * @param differences in the order of the form, and in each the lines about it
 * @param left how many of them are not shown to their end, or not at all: thousands of lines help nobody, and a text of one
 *     megabyte would make a page of a hundred
 * @param size how many differences there are, shown or not
 */
record Comparison(List<Difference> differences, int left, int size) {

    /** Most lines that are shown. */
    static final int LINES = 4_000;

    /** As many lines the frame around one difference counts for. */
    private static final int LINES_OF_FRAME = 4;

    /**
     * One field that differs.
     *
     * @param label message key of the field's name
     * @param number number of the row for rows of a list (from 1), 0 otherwise
     * @param onlyIn {@code mine} or {@code theirs} for a row that only one version has, {@code both} otherwise
     * @param lines line by line
     */
    record Difference(String label, int number, String onlyIn, List<LineDiff.Row> lines) {}

    boolean isEmpty() {
        return differences.isEmpty();
    }

    static Comparison of(DayFields mine, DayFields theirs) {
        List<Difference> out = new ArrayList<>();
        text(out, "journal.date", Objects.toString(mine.date(), ""), Objects.toString(theirs.date(), ""));
        text(out, "journal.scrum.todo", mine.scrum().todo(), theirs.scrum().todo());
        text(out, "journal.scrum.special", mine.scrum().specialNotes(), theirs.scrum().specialNotes());
        text(out, "journal.scrum.yesterday", mine.scrum().yesterdayTodo(), theirs.scrum().yesterdayTodo());
        text(
                out,
                "journal.scrum.retrospective",
                mine.scrum().yesterdayRetrospective(),
                theirs.scrum().yesterdayRetrospective());
        rows(out, "journal.topic", mine.topics(), theirs.topics(), topics(mine, theirs), Comparison::of);
        rows(out, "journal.challenge", mine.challenges(), theirs.challenges(), challenges(mine, theirs), Comparison::of);
        text(out, "journal.retrospective", mine.retrospective(), theirs.retrospective());
        rows(out, "journal.reference", mine.references(), theirs.references(), references(mine, theirs), Comparison::of);
        return shown(out);
    }

    private static Comparison shown(List<Difference> all) {
        List<Difference> shown = new ArrayList<>();
        int room = LINES;
        int left = 0;
        for (Difference each : all) {
            List<LineDiff.Row> lines = LineDiff.folded(each.lines());
            room -= LINES_OF_FRAME;
            if (room > 0) {
                shown.add(new Difference(
                        each.label(), each.number(), each.onlyIn(), List.copyOf(lines.subList(0, Math.min(room, lines.size())))));
            }
            left += lines.size() > room ? 1 : 0;
            room -= lines.size();
        }
        return new Comparison(List.copyOf(shown), left, all.size());
    }

    /**
     * Mine, with every row's origin pointing at the row of theirs that it is: so it can be saved over theirs knowingly, and
     * changes only the lines that differ.
     */
    static DayFields onto(DayFields mine, DayFields theirs) {
        int[] t = topics(mine, theirs).partners();
        int[] c = challenges(mine, theirs).partners();
        int[] r = references(mine, theirs).partners();
        List<Topic> topics = new ArrayList<>();
        List<Challenge> challenges = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            topics.add(new Topic(t[i], mine.topics().get(i).title(), mine.topics().get(i).body()));
        }
        for (int i = 0; i < c.length; i++) {
            challenges.add(new Challenge(
                    c[i], mine.challenges().get(i).problem(), mine.challenges().get(i).solution()));
        }
        for (int i = 0; i < r.length; i++) {
            references.add(
                    new Reference(r[i], mine.references().get(i).title(), mine.references().get(i).url()));
        }
        return new DayFields(mine.date(), mine.scrum(), topics, challenges, mine.retrospective(), references);
    }

    private static Matching topics(DayFields mine, DayFields theirs) {
        return match(mine.topics(), theirs.topics(), Comparison::of, Topic::title, Topic::origin);
    }

    private static Matching challenges(DayFields mine, DayFields theirs) {
        return match(mine.challenges(), theirs.challenges(), Comparison::of, Challenge::problem, Challenge::origin);
    }

    private static Matching references(DayFields mine, DayFields theirs) {
        return match(mine.references(), theirs.references(), Comparison::of, Reference::url, Reference::origin);
    }

    /** The row that says the same, then one of the same name, then the one that a row came from. */
    private static <T> Matching match(
            List<T> mine, List<T> theirs, Function<T, String> all, Function<T, String> name, ToIntFunction<T> origin) {
        Function<T, String> named = row -> name.apply(row).isBlank() ? null : name.apply(row);
        return new Matching(mine.size(), theirs.size())
                .byKey(Matching.keys(mine, all), Matching.keys(theirs, all))
                .byKey(Matching.keys(mine, named), Matching.keys(theirs, named))
                .byOrigin(mine.stream().mapToInt(origin).toArray());
    }

    private static String of(Topic topic) {
        return topic.body().isEmpty() ? topic.title() : topic.title() + "\n\n" + topic.body();
    }

    private static String of(Challenge challenge) {
        return challenge.solution().isEmpty()
                ? challenge.problem()
                : challenge.problem() + "\n→ " + challenge.solution();
    }

    private static String of(Reference reference) {
        return reference.url().isEmpty() ? reference.title() : (reference.title() + "\n" + reference.url()).strip();
    }

    private static void text(List<Difference> out, String label, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            out.add(new Difference(label, 0, "both", LineDiff.of(mine, theirs)));
        }
    }

    private static <T> void rows(
            List<Difference> out, String label, List<T> mine, List<T> theirs, Matching matching, Function<T, String> text) {
        int[] partner = matching.partners();
        int last = -1;
        boolean moved = false;
        for (int i = 0; i < partner.length; i++) {
            String here = text.apply(mine.get(i));
            if (partner[i] == Matching.NONE) {
                out.add(new Difference(label, i + 1, "mine", LineDiff.of(here, "")));
                continue;
            }
            moved |= partner[i] < last;
            last = partner[i];
            String there = text.apply(theirs.get(partner[i]));
            if (!here.equals(there)) {
                out.add(new Difference(label, i + 1, "both", LineDiff.of(here, there)));
            }
        }
        for (int j : matching.left()) {
            out.add(new Difference(label, j + 1, "theirs", LineDiff.of("", text.apply(theirs.get(j)))));
        }
        if (moved) {
            out.add(new Difference(label + ".order", 0, "both", LineDiff.of(heads(mine, text), heads(theirs, text))));
        }
    }

    private static <T> String heads(List<T> rows, Function<T, String> text) {
        return String.join("\n", rows.stream().map(row -> Texts.lines(text.apply(row)).get(0)).toList());
    }
}
