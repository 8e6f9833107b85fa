package dev.tilab.journal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a day mentions, so that pages about many days find it without reading their texts.
 *
 * @param name by what it is looked up, see {@link Kind}
 * @param part which one of its kind it is on the day's page, from 1; 0 for what stands anywhere
 * @param line one line of plain text for whoever is led to it; may be empty
 */
@Embeddable
record Mention(@Enumerated(EnumType.STRING) Kind kind, String name, int part, String line) {

    /** THE list of what is looked up. */
    enum Kind {
        /** The name is a tag as tags are compared. */
        TAG,
        /** A topic that the day has: the name is its title as titles are compared, the line the title. */
        TITLE,
        /** A link to a day: the name is its date, the line where it stands. */
        DAY,
        /** A link to a topic: the name is its title as titles are compared, the line where it stands. */
        TOPIC,
        /** A challenge without a solution: the line says which. It has no name. */
        CHALLENGE
    }

    /** @param place of a row of the table */
    static Mention of(String kind, String name, int part, String line) {
        return new Mention(Kind.valueOf(kind), name, part, line);
    }
}
