package dev.tilab.journal;

import dev.tilab.support.ErasedTexts;
import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Deletes texts for good, so that a secret that was pasted can be removed: days in the trash with their pictures and files, and what
 * a day said before. What a day
 * says now is never deleted, nor what its reader has not seen. Fails with {@link StoreException} while the store cannot be written.
 */
@Service
public class Eraser {

    /** A text with all that came before and after it, and what a kill left beside them; the newest first, which nothing follows. */
    private static final String FAMILY = """
            with recursive before_it(id, previous_id) as (
                select r.id, r.previous_id from revision r join entry e on e.revision_id = r.id where e.id = :entry
                union all
                select r.id, r.previous_id from revision r join before_it b on r.id = b.previous_id),
            family(id) as (
                select id from before_it where previous_id is null
                union all
                select r.id from revision r join family f on r.previous_id = f.id)
            select id from family order by id desc""";

    private final EntryRepository entries;
    private final Versions versions;
    private final JdbcClient database;
    private final FileStore files;
    private final Transactions store;
    private final ErasedTexts file;
    private final ApplicationEventPublisher events;

    /** @param file none where the journal lies in no file of ours */
    Eraser(
            EntryRepository entries,
            Versions versions,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns,
            ObjectProvider<ErasedTexts> file,
            ApplicationEventPublisher events) {
        this.entries = entries;
        this.versions = versions;
        this.database = database;
        this.files = new FileStore(database);
        this.store = new Transactions(transactions, turns);
        this.file = file.getIfAvailable();
        this.events = events;
    }

    /** A day in the trash as its reader saw it. */
    public record Shown(long id, long version) {}

    /** Whether the journal lies in a file that is written anew without what was deleted when TILab stops. */
    public boolean writesFileAnew() {
        return file != null;
    }

    /**
     * Deletes days that are in the trash; one that was brought back or changed since it was shown stays.
     *
     * @return how many were deleted
     */
    public int days(Collection<Shown> shown) {
        if (shown.isEmpty()) {
            return 0;
        }
        return promised(() -> {
            int erased = 0;
            for (Shown day : shown) {
                erased += store.save(() -> day(day)) ? 1 : 0;
            }
            return erased;
        });
    }

    /**
     * Deletes all that is in the trash of one day.
     *
     * @throws UnknownEntryException when nothing is
     */
    public void trash(LocalDate date) {
        List<Shown> there = store.read(() -> entries.findTrashed(date).stream()
                .flatMap(id -> entries.findWithFile(id).stream())
                .map(entry -> new Shown(entry.id(), entry.version()))
                .toList());
        if (there.isEmpty()) {
            throw new UnknownEntryException(date);
        }
        days(there);
    }

    private boolean day(Shown shown) {
        Entry entry = entries.findWithFile(shown.id()).orElse(null);
        if (entry == null || entry.deletedAt().isEmpty() || entry.version() != shown.version()) {
            return false;
        }
        List<Long> texts = family(entry.id());
        database.sql("insert into erased (entry_id, entry_date, version) values (:id, :date, :version)")
                .param("id", entry.id())
                .param("date", entry.date())
                .param("version", entry.version())
                .update();
        entries.delete(entry);
        entries.flush();
        texts.forEach(this::delete);
        files.deleteUnused();
        return true;
    }

    /**
     * Deletes earlier texts of a day. What is none of them is left alone, above all the text that the day has now.
     *
     * @return how many were deleted
     * @throws UnknownEntryException when the day has no entry
     */
    public int versions(LocalDate date, Collection<Long> ids) {
        return earlier(date, Set.copyOf(ids));
    }

    /** Deletes all earlier texts of a day. */
    public int versions(LocalDate date) {
        return earlier(date, null);
    }

    private int earlier(LocalDate date, Set<Long> ids) {
        return promised(() -> store.save(() -> {
            Entry entry = entries.findLive(date).orElseThrow(() -> new UnknownEntryException(date));
            List<Long> line =
                    versions.of(date).stream().map(Versions.Version::id).toList();
            Set<Long> earlier = line.stream()
                    .skip(1)
                    .filter(id -> ids == null || ids.contains(id))
                    .collect(Collectors.toSet());
            // What a kill left beside the line is shown nowhere and would stay for ever.
            List<Long> texts = family(entry.id()).stream()
                    .filter(id -> earlier.contains(id) || !line.contains(id))
                    .toList();
            texts.forEach(this::unlink);
            texts.forEach(this::delete);
            return earlier.size();
        }));
    }

    private List<Long> family(long entry) {
        return database.sql(FAMILY).param("entry", entry).query(Long.class).list();
    }

    /** What followed the text follows the one before it. */
    private void unlink(long text) {
        database.sql("""
                        update revision set previous_id = (select gone.previous_id from revision gone where gone.id = :id)
                        where previous_id = :id""").param("id", text).update();
    }

    private void delete(long text) {
        database.sql("delete from revision where id = :id").param("id", text).update();
    }

    private int promised(Supplier<Integer> deletion) {
        events.publishEvent(new ErasingTexts());
        if (file != null) {
            file.promise();
        }
        try {
            return deletion.get();
        } finally {
            events.publishEvent(new TextsErased());
        }
    }
}
