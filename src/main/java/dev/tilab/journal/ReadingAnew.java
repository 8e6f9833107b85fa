package dev.tilab.journal;

import dev.tilab.support.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads days anew for lists that were read by other rules or names than those of now. Their texts stay, and so do their versions:
 * whoever holds one open holds this very text. A kill amid it leaves days that are still to be read, and nothing torn.
 */
final class ReadingAnew {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAnew.class);

    /** For how long whoever saves a day may have to wait for others that are read; one day more may begin in it. */
    private static final Duration TURN = Duration.ofMillis(50);

    private final EntryRepository entries;
    private final JdbcClient database;
    private final Transactions store;
    private final SettingsStore settings;
    private final DerivedRows rows;

    ReadingAnew(EntryRepository entries, JdbcClient database, Transactions store, SettingsStore settings) {
        this.entries = entries;
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.rows = new DerivedRows(database);
    }

    /**
     * What became of the days.
     *
     * @param days how many were read
     * @param different how many of them say something else than before
     * @param left entries that could not be read
     */
    record Read(int days, int different, Set<Long> left) {}

    /** @param goesOn asked between turns; what is not read then is read at the next start */
    Read all(BooleanSupplier goesOn) {
        Deque<Long> waiting = new ArrayDeque<>(store.read(() -> entries.findReadOtherwise(readBy())));
        Set<Long> left = new TreeSet<>();
        List<Boolean> read = new ArrayList<>();
        int alone = 0;
        while (!waiting.isEmpty() && goesOn.getAsBoolean()) {
            List<Long> turn = new ArrayList<>();
            boolean single = alone > 0;
            try {
                read.addAll(store.write(() -> turn(waiting, turn, single)));
                alone = Math.max(0, alone - 1);
            } catch (StoreException away) {
                throw away;
            } catch (RuntimeException failed) {
                LOG.debug("entries {}", turn, failed);
                if (turn.size() == 1) {
                    left.addAll(turn);
                    continue;
                }
                alone = turn.size(); // one of them keeps the others back
                for (int i = turn.size() - 1; i >= 0; i--) {
                    waiting.addFirst(turn.get(i));
                }
            }
        }
        return new Read(
                read.size(), (int) read.stream().filter(different -> different).count(), left);
    }

    private String readBy() {
        return Derived.readBy(settings.current().names());
    }

    /** @return of each day that was read whether it says something else than before */
    private List<Boolean> turn(Deque<Long> waiting, List<Long> taken, boolean single) {
        long end = System.nanoTime() + TURN.toNanos();
        Settings now = settings.current();
        List<Boolean> read = new ArrayList<>();
        do {
            long id = waiting.removeFirst();
            taken.add(id);
            one(id, now).ifPresent(read::add);
        } while (!single && !waiting.isEmpty() && System.nanoTime() < end);
        return read;
    }

    /** Empty where another instance was quicker. */
    private Optional<Boolean> one(long id, Settings now) {
        return database.sql("select version from entry where id = :id and read_by <> :now for update")
                .param("id", id)
                .param("now", Derived.readBy(now.names()))
                .query(Long.class)
                .optional()
                .map(version -> {
                    boolean different = derive(id, now);
                    entries.giveBackVersion(id, version);
                    return different;
                });
    }

    /**
     * Derives columns and rows of a day from its text, in the transaction of whoever asks.
     *
     * @return whether they said something else
     */
    boolean derive(long id, Settings now) {
        Entry entry = entries.findWithFile(id)
                .orElseThrow(() -> new UnknownEntryException(id))
                .readBy(now);
        Derived said = Derived.of(entry.document());
        boolean different = !said.equals(rows.of(entry));
        if (different) {
            rows.delete(id);
        }
        entry.derive(said);
        entries.saveAndFlush(entry);
        return different;
    }
}
