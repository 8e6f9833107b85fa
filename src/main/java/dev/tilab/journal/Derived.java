package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.TilDocument;
import java.util.List;

/**
 * What columns and rows repeat of a day's text. Where a kill left them with those of another text, the text is right.
 *
 * @param topics rows in their order, null where one is missing; so are the other two
 */
record Derived(
        String dayNote,
        String title,
        String excerpt,
        Scrum scrum,
        String retrospective,
        List<Topic> topics,
        List<Challenge> challenges,
        List<Reference> references) {

    static Derived of(TilDocument document) {
        DayFields fields = document.fields();
        return new Derived(
                Text.storable(document.dayNote()),
                Text.shortened(Text.storable(document.title()), Limits.TITLE_CHARACTERS),
                Excerpt.of(fields),
                Scrum.of(fields.scrum()),
                Text.storable(fields.retrospective()),
                fields.topics().stream().map(Topic::of).toList(),
                fields.challenges().stream().map(Challenge::of).toList(),
                fields.references().stream().map(Reference::of).toList());
    }
}
