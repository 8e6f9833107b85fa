package dev.tilab.journal.web.api;

import java.time.LocalDate;

/** No entry of the day is in the trash. */
final class NotInTrashException extends RuntimeException {

    private final LocalDate date;

    NotInTrashException(LocalDate date) {
        this.date = date;
    }

    LocalDate date() {
        return date;
    }
}
