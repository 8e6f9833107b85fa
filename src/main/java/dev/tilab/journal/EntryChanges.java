package dev.tilab.journal;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of every entry that is written, whoever does it: the journal, what reads days anew, what mends torn ones, what erases. */
class EntryChanges {

    private final ApplicationEventPublisher events;

    EntryChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(Entry entry) {
        events.publishEvent(new EntryChanged(entry.id()));
    }
}
