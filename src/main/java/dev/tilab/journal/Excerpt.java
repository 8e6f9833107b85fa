package dev.tilab.journal;

import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.support.OneLine;
import java.util.stream.Stream;

/** One line of plain text that stands for a day in a list. */
final class Excerpt {

    private static final int CHARACTERS = 200;

    /** How much of a long text is looked at for its first line. */
    private static final int ENOUGH = 4_000;

    private Excerpt() {}

    /** The retrospective's beginning, else the to-do's, else that of the first topic which has a text; else empty. */
    static String of(DayFields fields) {
        return Stream.concat(
                        Stream.of(fields.retrospective(), fields.scrum().todo()),
                        fields.topics().stream().map(DayFields.Topic::body))
                .filter(text -> !text.isBlank())
                .map(text -> MarkdownRenderer.plain(text.substring(0, Math.min(ENOUGH, text.length()))))
                .map(text -> OneLine.of(Text.storable(text), CHARACTERS))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
