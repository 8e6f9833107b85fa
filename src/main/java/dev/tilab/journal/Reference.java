package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A reference as a row; a value, its place in the day is its identity. */
@Embeddable
record Reference(
        @Column(length = Limits.FILE_BYTES) String title,
        @Column(length = Limits.FILE_BYTES) String url) {

    static Reference of(DayFields.Reference reference) {
        return new Reference(Text.storable(reference.title()), Text.storable(reference.url()));
    }
}
