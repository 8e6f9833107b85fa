package dev.tilab.journal.year;

import java.time.LocalDate;

/**
 * What stands of the journal on one day.
 *
 * @param entry the day under whose address it is read; an earlier one where an entry covers several days
 * @param words how many were written; 0 for an entry that is still as empty as its template
 * @param lab whether it tells of a lab's run
 */
record WrittenDay(LocalDate entry, int words, boolean lab) {

    /** Two entries may touch the same day: its own leads there, and their words add up. */
    WrittenDay and(WrittenDay other, LocalDate day) {
        LocalDate leads = other.entry.equals(day) ? other.entry : entry;
        return new WrittenDay(leads, words + other.words, lab || other.lab);
    }
}
