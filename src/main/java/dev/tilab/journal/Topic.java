package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A topic as a row; a value, its place in the day is its identity. */
@Embeddable
record Topic(
        @Column(length = Limits.FILE_BYTES) String title,
        @Column(length = Limits.FILE_BYTES) String body) {

    static Topic of(DayFields.Topic topic) {
        return new Topic(Text.storable(topic.title()), Text.storable(topic.body()));
    }
}
