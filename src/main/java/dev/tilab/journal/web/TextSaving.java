package dev.tilab.journal.web;

import dev.tilab.journal.Entry;
import dev.tilab.journal.Journal;
import dev.tilab.support.StoreException;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Saves a day's whole text, and says as a value what came of it, as {@link Saving} does for the form. */
@Component
class TextSaving {

    private final Journal journal;

    TextSaving(Journal journal) {
        this.journal = journal;
    }

    /** A day that has no entry yet. */
    Saving.Outcome create(LocalDate day, TextForm form) {
        return attempt(form, () -> journal.write(day, form.text()));
    }

    Saving.Outcome save(LocalDate day, TextForm form) {
        return attempt(
                form, () -> journal.rewrite(day, MadeFrom.of(form.version()).version(), form.text()));
    }

    /** An answer that got lost on its way makes the next save look late, although both say the same. */
    private static Saving.Outcome attempt(TextForm form, java.util.function.Supplier<Entry> save) {
        try {
            Saving.Outcome outcome = Saving.attempt(null, save);
            Entry there = outcome instanceof Saving.Stale stale
                    ? stale.current()
                    : outcome instanceof Saving.Taken taken ? taken.existing() : null;
            return there != null && form.says(there.text()) ? new Saving.Saved(there, null) : outcome;
        } catch (StoreException failed) {
            return new Saving.NotStored(failed.reason());
        }
    }
}
