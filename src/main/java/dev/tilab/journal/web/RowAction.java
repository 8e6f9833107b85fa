package dev.tilab.journal.web;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button of the form asks for besides saving, as its value says it: {@code topic-up:1}, {@code reference-add}. The
 * server does it on the form and shows the form again, so that rows can be moved without JavaScript.
 *
 * @param list {@code topic}, {@code challenge} or {@code reference}
 * @param verb {@code add}, {@code up}, {@code down} or {@code remove}
 * @param index the row it is about; unused for add
 */
record RowAction(String list, String verb, int index) {

    private static final Pattern SYNTAX =
            Pattern.compile("(topic|challenge|reference)-(?:(add)|(up|down|remove):([0-9]{1,4}))");

    static Optional<RowAction> parse(String value) {
        Matcher m = SYNTAX.matcher(value == null ? "" : value);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(m.group(2) != null
                ? new RowAction(m.group(1), "add", -1)
                : new RowAction(m.group(1), m.group(3), Integer.parseInt(m.group(4))));
    }

    /** Does it; a row that is not there any more is left alone. Gives the row that should be on screen afterwards. */
    int apply(EntryForm form) {
        return switch (list) {
            case "topic" -> apply(form.getTopics(), new EntryForm.TopicRow());
            case "challenge" -> apply(form.getChallenges(), new EntryForm.ChallengeRow());
            default -> apply(form.getReferences(), new EntryForm.ReferenceRow());
        };
    }

    private <R> int apply(List<R> rows, R fresh) {
        if (verb.equals("add")) {
            rows.add(fresh);
            return rows.size() - 1;
        }
        if (index >= rows.size()) {
            return rows.size() - 1;
        }
        switch (verb) {
            case "up" -> {
                if (index > 0) {
                    Collections.swap(rows, index, index - 1);
                    return index - 1;
                }
            }
            case "down" -> {
                if (index < rows.size() - 1) {
                    Collections.swap(rows, index, index + 1);
                    return index + 1;
                }
            }
            default -> {
                rows.remove(index);
                return Math.min(index, rows.size() - 1);
            }
        }
        return index;
    }
}
