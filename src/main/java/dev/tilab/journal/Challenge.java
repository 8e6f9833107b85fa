package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A challenge as a row; a value, its place in the day is its identity. */
@Embeddable
record Challenge(
        @Column(length = Limits.FILE_BYTES) String problem,
        @Column(length = Limits.FILE_BYTES) String solution) {

    static Challenge of(DayFields.Challenge challenge) {
        return new Challenge(Text.storable(challenge.problem()), Text.storable(challenge.solution()));
    }
}
