package dev.tilab.journal;

import dev.tilab.journal.markdown.LineBreaks;
import dev.tilab.journal.template.OwnNames;
import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
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
public class JournalSettings implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JournalSettings.class);

    /** How long a person waits to be told what other names changed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a stop waits for the days that are being read at that moment. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private final SettingsStore settings;
    private final ReadingAnew readingAnew;
    private final Transactions store;
    private final Clock clock;
    private final ThreadPoolExecutor reader = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "reading-anew"));

    JournalSettings(
            EntryRepository entries,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns,
            Clock clock) {
        this.settings = new SettingsStore(database);
        this.store = new Transactions(transactions, turns);
        this.readingAnew = new ReadingAnew(entries, database, store, settings);
        this.clock = clock;
    }

    public Settings current() {
        return store.read(settings::current);
    }

    /**
     * Puts other settings in the place of those of now. Lists and pages say at once what days say by them; days are read anew turn by
     * turn, so that whoever writes one meanwhile waits for few others.
     *
     * @return how many days say something else than before; empty where there are so many that they are still being read
     */
    public OptionalInt put(OwnNames names, LineBreaks lineBreaks) {
        Settings before = current();
        boolean renamed = !names.equals(before.names());
        if (!renamed && lineBreaks == before.lineBreaks()) {
            return OptionalInt.of(0);
        }
        store.write(() -> settings.put(names, lineBreaks, clock.instant()));
        return renamed ? readAnew() : OptionalInt.of(0);
    }

    private OptionalInt readAnew() {
        Future<Integer> changed = reader.submit(this::readAll);
        try {
            return OptionalInt.of(changed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException many) {
            return OptionalInt.empty();
        } catch (ExecutionException failed) {
            LOG.warn(
                    "Days could not be read anew by other names: {}; the next start does it",
                    failed.getCause().toString());
            return OptionalInt.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private int readAll() {
        ReadingAnew.Read read = readingAnew.all(() -> !reader.isShutdown());
        LOG.info("{} days were read anew by other names, {} of them say something else", read.days(), read.different());
        return read.different();
    }

    /** Not by an interrupt: a file that is interrupted amid a write is closed. */
    @Override
    public void destroy() throws InterruptedException {
        reader.shutdown();
        reader.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
    }
}
