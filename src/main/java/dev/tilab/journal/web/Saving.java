package dev.tilab.journal.web;

import dev.tilab.journal.DateTakenException;
import dev.tilab.journal.Entry;
import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.StaleEntryException;
import dev.tilab.journal.TooLargeException;
import dev.tilab.journal.UnknownEntryException;
import dev.tilab.journal.template.DayFields;
import dev.tilab.support.StoreException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Saves what stands in a form, and says as a value what came of it: the page and the autosave show it differently. */
@Component
class Saving {

    private final Journal journal;
    private final Clock clock;

    Saving(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    sealed interface Outcome {}

    /**
     * @param entry as it is stored now
     * @param sent what was sent, to tell the form where its rows stand now; null where a whole text was
     */
    record Saved(Entry entry, FormFields sent) implements Outcome {}

    /**
     * @param problems what is wrong, with the paths of the fields that were sent
     * @param sent null where a whole text was
     */
    record Refused(List<FieldProblem> problems, FormFields sent) implements Outcome {}

    /**
     * Somebody saved first.
     *
     * @param mine null where a whole text was sent
     */
    record Stale(Entry current, DayFields mine) implements Outcome {}

    /** The day has another entry. */
    record Taken(Entry existing) implements Outcome {}

    /** The entry was put into the trash or moved to another day meanwhile. */
    record Gone() implements Outcome {}

    record TooLarge(long limit, long actual) implements Outcome {}

    /** The store did not take it; nothing is wrong with what was typed. */
    record NotStored(StoreException.Reason why) implements Outcome {}

    /**
     * @param day the entry that the form is about, null for a new one
     * @param form what was typed
     * @param language in which a new day's template is
     */
    Outcome save(LocalDate day, EntryForm form, Locale language) {
        try {
            return attempt(day, form, language);
        } catch (StoreException failed) {
            return new NotStored(failed.reason());
        }
    }

    private Outcome attempt(LocalDate day, EntryForm form, Locale language) {
        Optional<LocalDate> date = Days.read(form.getDate());
        if (day == null) {
            DayFields blank = journal.start(date.orElseGet(() -> LocalDate.now(clock)), language);
            FormFields sent = FormFields.of(form, date.orElse(null), blank);
            Outcome outcome = attempt(sent, () -> journal.write(sent.fields(), language));
            // What was saved on leaving the page comes back from the browser's draft: the day is taken, but by the same
            // text.
            return outcome instanceof Taken taken
                            && Comparison.of(sent.fields(), taken.existing().fields())
                                    .isEmpty()
                    ? new Saved(taken.existing(), sent)
                    : outcome;
        }
        MadeFrom madeFrom = MadeFrom.of(form.getVersion());
        Optional<Entry> stored = journal.find(day, madeFrom.reading());
        if (stored.isEmpty()) {
            return new Gone();
        }
        FormFields sent = FormFields.of(form, date.orElse(null), stored.get().fields());
        Outcome outcome = attempt(sent, () -> journal.edit(day, madeFrom.version(), madeFrom.reading(), sent.fields()));
        // An answer that got lost on its way makes the next save look late, although both say the same.
        return outcome instanceof Stale late
                        && Comparison.of(late.mine(), late.current().fields()).isEmpty()
                ? new Saved(late.current(), sent)
                : outcome;
    }

    /** @param sent null where a whole text is saved */
    static Outcome attempt(FormFields sent, java.util.function.Supplier<Entry> save) {
        try {
            return new Saved(save.get(), sent);
        } catch (InvalidEntryException invalid) {
            return new Refused(invalid.problems(), sent);
        } catch (StaleEntryException stale) {
            return new Stale(stale.current(), sent == null ? null : sent.fields());
        } catch (DateTakenException taken) {
            return new Taken(taken.existing());
        } catch (UnknownEntryException gone) {
            return new Gone();
        } catch (TooLargeException large) {
            return new TooLarge(large.limit(), large.actual());
        }
    }
}
