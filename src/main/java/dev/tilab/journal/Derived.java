package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.OwnNames;
import dev.tilab.journal.template.TilDocument;
import dev.tilab.support.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What columns and rows repeat of a day's text, for lists. Where a kill left them with those of another text, the text is right.
 *
 * @param topics titles in their order, null where a row is missing
 * @param written how many words it says, see {@link Written}
 * @param lab whether it tells of a run in a lab
 * @param mentions by what other pages find it, null where a row is missing
 */
record Derived(
        String dayNote,
        String title,
        String excerpt,
        List<String> topics,
        int written,
        boolean lab,
        List<Mention> mentions) {

    /**
     * The rules by which it is read, named by what they make of the diaries among the tests: whoever changes how a text is read is
     * told there to change this, and every day that older rules read is read anew once.
     */
    static final String RULES = "6e106985991f6d60";

    /**
     * Names by what a text is read: the rules, and a person's own names beside those of the template. Days that were read by
     * something else are read anew.
     */
    static String readBy(OwnNames names) {
        String what = RULES + names.meaning();
        return names.equals(OwnNames.NONE)
                ? RULES
                : Revision.sha256(what.getBytes(StandardCharsets.UTF_8)).substring(0, RULES.length());
    }

    static Derived of(TilDocument document) {
        return new Derived(
                Text.storable(document.dayNote()),
                OneLine.of(Text.storable(document.title()), DayField.TOPIC_TITLE.limit()),
                Excerpt.of(document.fields()),
                document.fields()
                        .texts(DayField.TOPIC_TITLE)
                        .map(Text::storable)
                        .toList(),
                Written.words(document),
                LabLinks.in(document.text()),
                Mentions.of(document));
    }
}
