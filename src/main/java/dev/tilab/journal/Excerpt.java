package dev.tilab.journal;

import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.support.OneLine;
import java.util.List;

/** One line of plain text that stands for a day in a list. */
final class Excerpt {

    private static final int CHARACTERS = 200;

    /** How much of a long text is looked at for its first line. */
    private static final int ENOUGH = 4_000;

    /** What speaks for the day, the best first. */
    private static final List<DayField> FIELDS = List.of(DayField.RETROSPECTIVE, DayField.TODO, DayField.TOPIC_BODY);

    private Excerpt() {}

    /** The retrospective's beginning, else the to-do's, else that of the first topic which has a text; else empty. */
    static String of(DayFields day) {
        return FIELDS.stream()
                .flatMap(day::texts)
                .filter(text -> !text.isBlank())
                .map(text -> MarkdownRenderer.plain(text.substring(0, Math.min(ENOUGH, text.length()))))
                .map(text -> OneLine.of(Text.storable(text), CHARACTERS))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
