package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * The journal: reads days and saves them. Every method is one transaction; what it returns is detached and complete.
 *
 * <p>Saving is refused with {@link InvalidEntryException} (fields that are wrong), {@link TooLargeException},
 * {@link DateTakenException} (the day has an entry), {@link StaleEntryException} (somebody saved since {@code version} was read)
 * and {@link UnknownEntryException} (there is nothing to change).
 */
@Service
public class Journal {

    /** The entry of the day, unless it is in the trash. */
    public Optional<Entry> find(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** The nearest entry before the day. */
    public Optional<Entry> latestBefore(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** The nearest entry after the day. */
    public Optional<Entry> firstAfter(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /**
     * Entries from the newest to the oldest, without their texts.
     *
     * @param from first day, or null
     * @param to last day, inclusive, or null
     * @param page which page; its sort is ignored
     */
    public Page<EntrySummary> between(LocalDate from, LocalDate to, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** Months that have entries, newest first. */
    public List<YearMonth> months() {
        throw new UnsupportedOperationException();
    }

    /** What is in the trash, last deleted first. */
    public List<EntrySummary> trash() {
        throw new UnsupportedOperationException();
    }

    /** How many entries there are, not counting the trash. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /** An empty day for the form, with yesterday's to-do copied from the previous entry's to-do. Saves nothing. */
    public DayFields start(LocalDate date, Locale language) {
        throw new UnsupportedOperationException();
    }

    /** Saves a new day in the template of the language. */
    public Entry write(DayFields fields, Locale language) {
        throw new UnsupportedOperationException();
    }

    /** Saves what differs from the entry; another date moves it to that day. */
    public Entry edit(LocalDate date, long version, DayFields edited) {
        throw new UnsupportedOperationException();
    }

    /** Saves a whole new file for a day that has one. */
    public Entry replace(LocalDate date, long version, byte[] file) {
        throw new UnsupportedOperationException();
    }

    /** Saves a file as the entry of the day, whatever day its text says. */
    public Entry bring(LocalDate date, byte[] file, String fileName) {
        throw new UnsupportedOperationException();
    }

    /** Tells what a file would become. Saves nothing. */
    public ImportProposal propose(byte[] file, String fileName) {
        throw new UnsupportedOperationException();
    }

    /** Puts an entry into the trash. */
    public void trash(LocalDate date, long version) {
        throw new UnsupportedOperationException();
    }

    /** Brings back the entry of the day that was put into the trash last. */
    public Entry restore(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** Brings back one entry from the trash. */
    public Entry restoreById(long id) {
        throw new UnsupportedOperationException();
    }
}
