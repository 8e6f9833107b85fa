package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of a section: its texts by field, and which row of the document it was. Immutable; two rows are equal when they are of
 * one section, say the same and were the same.
 */
public sealed interface DayRow
        permits DayFields.Scrum,
                DayFields.Topic,
                DayFields.Challenge,
                DayFields.Retrospective,
                DayFields.Reference,
                DayFields.Extra {

    DaySection section();

    /** Position among the section's rows in the document that was read, or {@link DayFields#NEW}; tells a moved row from a new one. */
    int origin();

    /** One text for every field of the section, in their order. */
    List<String> texts();

    /** What the field says, never null. */
    default String text(DayField field) {
        if (field.section() != section()) {
            throw new IllegalArgumentException(field + " is no field of " + section());
        }
        return texts().get(field.place());
    }

    /** The row with another text in this field. */
    default DayRow with(DayField field, String text) {
        List<String> changed = new ArrayList<>(texts());
        changed.set(field.place(), text);
        return section().row(origin(), changed);
    }

    /** The row as the one that stood there. */
    default DayRow at(int place) {
        return section().row(place, texts());
    }

    /** Whether it says nothing but white space. */
    default boolean isBlank() {
        return texts().stream().allMatch(String::isBlank);
    }

    /** As many texts as the section has fields: what is missing is empty. */
    static List<String> filled(DaySection section, List<String> texts) {
        int missing = section.fields().size() - texts.size();
        if (missing < 0) {
            throw new IllegalArgumentException(texts.size() + " texts for " + section);
        }
        if (missing == 0) {
            return List.copyOf(texts);
        }
        List<String> filled = new ArrayList<>(texts);
        filled.addAll(Collections.nCopies(missing, ""));
        return List.copyOf(filled);
    }
}
