package dev.tilab.journal;

import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.OwnNames;
import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the journal's owner chose. Fails with {@link StoreException} while the store cannot be written or read.
 *
 * <p>Other names change what is read out of texts, and so what lists show. The texts stay, and so do the versions of days: a form
 * that is open goes on by the names that it was made by (see docs/adr/0017).
 */
@Service
public class JournalSettings {

    private final EntryRepository entries;
    private final SettingsStore settings;
    private final Transactions store;
    private final Clock clock;

    JournalSettings(
            EntryRepository entries,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns,
            Clock clock) {
        this.entries = entries;
        this.settings = new SettingsStore(database);
        this.store = new Transactions(transactions, turns);
        this.clock = clock;
    }

    public Settings current() {
        return store.read(settings::current);
    }

    /**
     * Puts other settings in the place of those of now, and has every day say in lists what it says by them.
     *
     * @return how many days say something else than before
     */
    public int put(OwnNames names, LineBreaks lineBreaks) {
        Settings before = current();
        boolean renamed = !names.equals(before.names());
        if (!renamed && lineBreaks == before.lineBreaks()) {
            return 0;
        }
        Settings now = store.write(() -> settings.put(names, lineBreaks, clock.instant()));
        return renamed ? readAnew(now) : 0;
    }

    /** Day by day, so that whoever writes one meanwhile waits for no other. */
    private int readAnew(Settings now) {
        List<Long> ids = store.read(entries::findIds);
        int changed = 0;
        for (long id : ids) {
            if (store.read(() -> entries.findWithFile(id).map(entry -> entry.readBy(now).isTorn()).orElse(false))) {
                try {
                    store.write(() -> entries.findWithFile(id).map(entry -> derived(entry.readBy(now))));
                    changed++;
                } catch (ConcurrencyFailureException saved) {
                    // Who was faster has read it by the same names.
                }
            }
        }
        return changed;
    }

    private Entry derived(Entry entry) {
        long version = entry.version();
        entry.derive();
        entries.saveAndFlush(entry);
        entries.giveBackVersion(entry.id(), version);
        return entry;
    }
}
