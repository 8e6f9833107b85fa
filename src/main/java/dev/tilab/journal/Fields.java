package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.util.List;

/** Brings fields as a form or a program sends them into the shape that {@link DayFields} promises. */
final class Fields {

    private Fields() {}

    /** Line ends as {@code \n}, no blank lines around texts, titles without spaces around. */
    static DayFields tidy(DayFields given) {
        DayFields.Scrum scrum = given.scrum();
        return new DayFields(
                given.date(),
                new DayFields.Scrum(
                        Text.tidy(scrum.todo()),
                        Text.tidy(scrum.specialNotes()),
                        Text.tidy(scrum.yesterdayTodo()),
                        Text.tidy(scrum.yesterdayRetrospective())),
                given.topics().stream()
                        .map(t -> new DayFields.Topic(t.origin(), title(t.title()), Text.tidy(t.body())))
                        .toList(),
                given.challenges().stream()
                        .map(c -> new DayFields.Challenge(c.origin(), title(c.problem()), Text.tidy(c.solution())))
                        .toList(),
                Text.tidy(given.retrospective()),
                given.references().stream()
                        .map(r -> new DayFields.Reference(r.origin(), title(r.title()), r.url().strip()))
                        .toList());
    }

    /**
     * Leaves out rows that say nothing, as an empty row of a form does; but a row that is as empty in the file stays,
     * because its line belongs to the file.
     *
     * @param current the day as it is saved, or null for a new one
     */
    static DayFields withoutEmptyRows(DayFields current, DayFields edited) {
        return new DayFields(
                edited.date(),
                edited.scrum(),
                edited.topics().stream()
                        .filter(t -> !(t.title() + t.body()).isBlank()
                                || isIn(current == null ? List.of() : current.topics(), t.origin(), t))
                        .toList(),
                edited.challenges().stream()
                        .filter(c -> !(c.problem() + c.solution()).isBlank()
                                || isIn(current == null ? List.of() : current.challenges(), c.origin(), c))
                        .toList(),
                edited.retrospective(),
                edited.references().stream()
                        .filter(r -> !(r.title() + r.url()).isBlank()
                                || isIn(current == null ? List.of() : current.references(), r.origin(), r))
                        .toList());
    }

    private static <T> boolean isIn(List<T> items, int origin, T item) {
        return origin >= 0 && origin < items.size() && items.get(origin).equals(item);
    }

    private static String title(String text) {
        return Text.tidy(text).strip();
    }

    static DayFields dated(DayFields fields, LocalDate date) {
        return new DayFields(
                date, fields.scrum(), fields.topics(), fields.challenges(), fields.retrospective(), fields.references());
    }
}
