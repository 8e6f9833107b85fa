package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.OneLine;
import java.util.List;

/**
 * What columns and rows repeat of a day's text, for lists. Where a kill left them with those of another text, the text is right.
 *
 * @param topics titles in their order, null where a row is missing
 */
record Derived(String dayNote, String title, String excerpt, List<String> topics) {

    /**
     * The rules by which it is read, named by what they make of the diaries among the tests: whoever changes how a text is read is
     * told there to change this, and every day that older rules read is read anew once.
     */
    static final String RULES = "14bcc2508cd007c6";

    static Derived of(TilDocument document) {
        return new Derived(
                Text.storable(document.dayNote()),
                OneLine.of(Text.storable(document.title()), DayField.TOPIC_TITLE.limit()),
                Excerpt.of(document.fields()),
                document.fields().texts(DayField.TOPIC_TITLE).map(Text::storable).toList());
    }
}
