package dev.tilab.home;

import dev.tilab.journal.Entry;
import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.support.DayWords;
import java.util.List;

/**
 * Where one stopped writing today.
 *
 * @param place which of the form's topics that is, from 1; 1 also where there is none yet
 * @param rows how many topics the form has
 */
record Draft(String heading, List<String> lines, String savedAt, int topics, int place, int rows) {

    private static final int LINES = 3;
    private static final int CHARACTERS = 120;

    /** How much of a long text's end is looked at for its last lines. */
    private static final int LOOKED_AT = 4_000;

    static Draft of(Entry entry, DayWords words) {
        var fields = entry.fields();
        List<DayFields.Topic> rows = fields.topics();
        List<DayFields.Topic> written = rows.stream()
                .filter(topic -> !(topic.title() + topic.body()).isBlank())
                .toList();
        String saved = words.time(entry.updatedAt());
        if (written.isEmpty()) {
            return new Draft("", lastLines(fields.scrum().todo()), saved, 0, 1, rows.size());
        }
        DayFields.Topic last = written.get(written.size() - 1);
        String heading = words.message("home.draft.topic", written.size(), last.title());
        return new Draft(
                heading, lastLines(last.body()), saved, written.size(), rows.lastIndexOf(last) + 1, rows.size());
    }

    private static List<String> lastLines(String text) {
        // What was written, without the marks of Markdown: here it is read, not edited.
        String end = text.substring(Math.max(0, text.length() - LOOKED_AT));
        List<String> lines = end.lines()
                .map(MarkdownRenderer::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.codePointCount(0, line.length()) <= CHARACTERS
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, CHARACTERS)) + "…")
                .toList();
    }
}
