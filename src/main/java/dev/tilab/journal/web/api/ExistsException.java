package dev.tilab.journal.web.api;

import dev.tilab.journal.Entry;

/** The caller wanted to save only what is new, and the day has an entry. */
final class ExistsException extends RuntimeException {

    private final transient Entry existing;

    ExistsException(Entry existing) {
        this.existing = existing;
    }

    Entry existing() {
        return existing;
    }
}
