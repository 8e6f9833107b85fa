package dev.tilab.journal;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Task;
import dev.tilab.journal.template.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is to be done, from one day to the next. */
@Service
public class Todos {

    /** Somebody who saves between reading and saving makes it begin again; nobody does so forever. */
    private static final int ATTEMPTS = 5;

    private final Journal journal;

    Todos(Journal journal) {
        this.journal = journal;
    }

    /** What the nearest earlier entry left open and the day has not yet; empty where that is nothing. */
    public Optional<Unfinished> unfinished(LocalDate day) {
        return unfinished(day, journal.find(day).map(Entry::fields).orElseGet(() -> DayFields.empty(day)));
    }

    /** The same for a day that is being written. */
    public Optional<Unfinished> unfinished(LocalDate day, DayFields written) {
        return journal.latestBefore(day)
                .map(earlier -> Unfinished.between(earlier, written))
                .filter(offer -> !offer.isNothing());
    }

    /**
     * Copies tasks of the nearest earlier entry into the day's to-do, behind what stands there; a day without an entry begins as the
     * form would begin it. What the day has already is not added again.
     *
     * @param keys of the tasks, see {@link Task#key}
     * @param language of a new day's template
     * @return the day's entry, or empty where the earlier one does not leave all of that open (any more): nothing is copied then
     */
    public Optional<Entry> bring(LocalDate day, List<String> keys, Locale language) {
        Rules.check(day);
        for (int attempt = 1; ; attempt++) {
            try {
                return bringOnce(day, keys, language);
            } catch (StaleEntryException | DateTakenException | UnknownEntryException meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private Optional<Entry> bringOnce(LocalDate day, List<String> keys, Locale language) {
        Optional<Entry> entry = journal.find(day);
        DayFields before = entry.map(Entry::fields).orElseGet(() -> journal.start(day, language));
        List<Task> there = tasks(before);
        List<Task> open = journal.latestBefore(day)
                .map(earlier -> earlier.document().todo().openBeside(""))
                .orElse(List.of());
        DayFields after = before;
        for (String key : keys) {
            Optional<Task> task = named(open, key);
            if (task.isEmpty() && named(there, key).isEmpty()) {
                return Optional.empty();
            }
            after = task.isEmpty() ? after : Unfinished.with(after, task.get());
        }
        DayFields filled = after;
        return Optional.of(entry.map(stored -> journal.edit(day, stored.version(), stored.reading(), filled))
                .orElseGet(() -> journal.write(filled, language)));
    }

    private static List<Task> tasks(DayFields day) {
        return Tasks.of(day.text(DayField.TODO)).all();
    }

    private static Optional<Task> named(List<Task> tasks, String key) {
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }
}
