package dev.tilab.journal.web;

import dev.tilab.journal.TypedAddress;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Form → immutable fields of a day. New rows in which nothing was typed are no rows, and a row that was emptied is removed;
 * a row that was empty in the file stays, because the file's owner put it there.
 *
 * @param fields what to store
 * @param topicRows for every topic of the fields the row of the form it stands in, to show problems at the right row
 * @param challengeRows the same for challenges
 * @param referenceRows the same for references
 */
record FormFields(
        DayFields fields, List<Integer> topicRows, List<Integer> challengeRows, List<Integer> referenceRows) {

    /**
     * @param form what was typed
     * @param date the day, already read
     * @param stored the fields that the form was made from
     */
    static FormFields of(EntryForm form, LocalDate date, DayFields stored) {
        List<Integer> topicRows = new ArrayList<>();
        List<Integer> challengeRows = new ArrayList<>();
        List<Integer> referenceRows = new ArrayList<>();
        List<Topic> topics = rows(form.getTopics(), stored.topics(), topicRows, (row, was) -> {
            String title = Texts.keepLine(Texts.line(row.getTitle()), was == null ? null : was.title());
            String body = Texts.keep(Texts.clean(row.getBody()), was == null ? null : was.body());
            return new Topic(was == null ? DayFields.NEW : row.getOrigin(), title, body);
        }, was -> was.title().isBlank() && was.body().isBlank());
        List<Challenge> challenges = rows(form.getChallenges(), stored.challenges(), challengeRows, (row, was) -> {
            String problem = Texts.keep(Texts.clean(row.getProblem()), was == null ? null : was.problem());
            String solution = Texts.keep(Texts.clean(row.getSolution()), was == null ? null : was.solution());
            return new Challenge(was == null ? DayFields.NEW : row.getOrigin(), problem, solution);
        }, was -> was.problem().isBlank() && was.solution().isBlank());
        List<Reference> references = rows(form.getReferences(), stored.references(), referenceRows, (row, was) -> {
            String title = Texts.keepLine(Texts.line(row.getTitle()), was == null ? null : was.title());
            String url = Texts.keepLine(Texts.line(row.getUrl()), was == null ? null : was.url());
            int origin = was == null ? DayFields.NEW : row.getOrigin();
            if (was != null && url.equals(was.url())) {
                return new Reference(origin, title, url);
            }
            TypedAddress typed = TypedAddress.of(title, url);
            return new Reference(origin, typed.title(), typed.url());
        }, was -> was.title().isBlank() && was.url().isBlank());
        DayFields fields = new DayFields(
                date,
                scrum(form.getScrum(), stored.scrum()),
                topics,
                challenges,
                Texts.keep(Texts.clean(form.getRetrospective()), stored.retrospective()),
                references);
        return new FormFields(fields, topicRows, challengeRows, referenceRows);
    }

    /** The form's name of a field: rows that were left out shift the numbers. */
    String inForm(String path) {
        for (var list : List.of(
                new Rows("topics[", topicRows), new Rows("challenges[", challengeRows), new Rows("references[", referenceRows))) {
            int close = path.indexOf(']');
            if (path.startsWith(list.prefix) && close > 0) {
                int index = Integer.parseInt(path.substring(list.prefix.length(), close));
                return index < list.rows.size() ? list.prefix + list.rows.get(index) + path.substring(close) : path;
            }
        }
        return path;
    }

    private record Rows(String prefix, List<Integer> rows) {}

    private static DayFields.Scrum scrum(EntryForm.ScrumRow typed, DayFields.Scrum stored) {
        return new DayFields.Scrum(
                Texts.keep(Texts.clean(typed.getTodo()), stored.todo()),
                Texts.keep(Texts.clean(typed.getSpecialNotes()), stored.specialNotes()),
                Texts.keep(Texts.clean(typed.getYesterdayTodo()), stored.yesterdayTodo()),
                Texts.keep(Texts.clean(typed.getYesterdayRetrospective()), stored.yesterdayRetrospective()));
    }

    private static <R extends EntryForm.Row, T> List<T> rows(
            List<R> typed,
            List<T> stored,
            List<Integer> kept,
            java.util.function.BiFunction<R, T, T> make,
            Function<T, Boolean> wasBlank) {
        List<T> result = new ArrayList<>();
        boolean[] taken = new boolean[stored.size()];
        for (int i = 0; i < typed.size(); i++) {
            R row = typed.get(i);
            int origin = row.getOrigin();
            // The same origin twice (a form edited by hand) would move one line to two places: the second is a new row.
            boolean known = origin >= 0 && origin < taken.length && !taken[origin];
            T was = known ? stored.get(origin) : null;
            if (row.isBlank() && (was == null || !wasBlank.apply(was))) {
                continue;
            }
            if (known) {
                taken[origin] = true;
            }
            kept.add(i);
            result.add(make.apply(row, was));
        }
        return result;
    }
}
