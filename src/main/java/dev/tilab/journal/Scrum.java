package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The scrum of a day as columns. */
@Embeddable
record Scrum(
        @Column(name = "scrum_todo", length = Limits.FILE_BYTES) String todo,
        @Column(name = "scrum_special_notes", length = Limits.FILE_BYTES) String specialNotes,
        @Column(name = "scrum_yesterday_todo", length = Limits.FILE_BYTES) String yesterdayTodo,
        @Column(name = "scrum_yesterday_retrospective", length = Limits.FILE_BYTES) String yesterdayRetrospective) {

    static Scrum of(DayFields.Scrum scrum) {
        return new Scrum(
                Text.storable(scrum.todo()),
                Text.storable(scrum.specialNotes()),
                Text.storable(scrum.yesterdayTodo()),
                Text.storable(scrum.yesterdayRetrospective()));
    }
}
