package dev.tilab.journal;

import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Mends at a start what a kill left half written, before the instance calls itself ready; pages are answered meanwhile. A day's
 * last revision is the truth, its columns and rows are derived from it again where they say something else. So are those that were
 * read by other rules or names, under their versions ({@link ReadingAnew}).
 */
@Component
class TornDays implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TornDays.class);

    /** How many days the log names. */
    private static final int NAMED = 20;

    private final EntryRepository entries;
    private final JdbcClient database;
    private final Transactions store;
    private final WriteTurns turns;
    private final TornIndexes indexes;
    private final FileStore files;
    private final SettingsStore settings;
    private final ReadingAnew readingAnew;

    TornDays(
            EntryRepository entries,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns) {
        this.entries = entries;
        this.database = database;
        this.store = new Transactions(transactions, turns);
        this.turns = turns.getIfAvailable();
        this.indexes = new TornIndexes(database);
        this.files = new FileStore(database);
        this.settings = new SettingsStore(database);
        this.readingAnew = new ReadingAnew(entries, database, store, settings);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            if (turns != null) {
                rebuild();
            }
            mend();
        } catch (RuntimeException failed) {
            LOG.warn("Half written days could not be looked for: {}", failed.toString());
        }
    }

    /** Only where writers take turns, that is on H2: no other database tears. */
    private void rebuild() {
        List<String> torn = indexes.tables();
        if (!torn.isEmpty()) {
            turns.take(() -> {
                torn.forEach(indexes::rebuild);
                return null;
            });
            LOG.warn("Half written indexes were made anew, tables {}", torn);
        }
    }

    /** Says in the log what was torn. What cannot be mended keeps nobody from reading the rest. */
    void mend() {
        if (store.read(() -> !files.torn().isEmpty())) {
            LOG.error(
                    "Files of days whose content is not whole are gone, attach them again: {}",
                    store.write(files::removeTorn));
        }
        TreeSet<LocalDate> mended = new TreeSet<>();
        ReadingAnew.Read readAnew = readingAnew.all(() -> true);
        TreeSet<Long> left = new TreeSet<>(readAnew.left());
        for (long id : store.read(entries::findIds)) {
            try {
                if (store.read(() -> isTorn(id))) { // a reader sees it without waiting for its turn to write
                    mended.add(store.write(() -> mended(id)).date());
                }
            } catch (StoreException away) {
                throw away;
            } catch (RuntimeException failed) {
                LOG.debug("entry {}", id, failed);
                left.add(id);
            }
        }
        if (readAnew.days() > 0) {
            LOG.info("{} days that were read by other rules or names were read anew for the lists", readAnew.days());
        }
        if (!mended.isEmpty()) {
            LOG.warn(
                    "{} days said in lists another thing than in their texts, as a kill amid a save may leave them; mended from their"
                            + " last texts: {}",
                    mended.size(),
                    mended.stream().limit(NAMED).toList());
        }
        if (!left.isEmpty()) {
            LOG.error(
                    "{} half written days could not be mended, entries {}",
                    left.size(),
                    left.stream().limit(NAMED).toList());
        }
    }

    private boolean isTorn(long id) {
        return entries.findWithFile(id)
                .map(entry -> newest(id).isPresent()
                        || entry.readBy(settings.current()).isTorn())
                .orElse(false);
    }

    private Entry mended(long id) {
        newest(id)
                .ifPresent(revision -> database.sql(
                                "update entry set revision_id = :revision, version = version + 1 where id = :id")
                        .param("revision", revision)
                        .param("id", id)
                        .update());
        readingAnew.derive(id, settings.current());
        return entries.getReferenceById(id);
    }

    /** A text that was saved after the one that the entry names: the entry's row was left as it was, the text is there. */
    private Optional<Long> newest(long id) {
        return database.sql("""
                        with recursive later(id) as (
                            select r.id from revision r join entry e on r.previous_id = e.revision_id where e.id = :id
                            union all
                            select r.id from revision r join later l on r.previous_id = l.id)
                        select max(id) from later where not exists (select 1 from entry e where e.revision_id = later.id)""").param("id", id).query(Long.class).optional();
    }
}
