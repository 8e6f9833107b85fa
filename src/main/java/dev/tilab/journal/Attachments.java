package dev.tilab.journal;

import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.attachment.RefusedFileException;
import dev.tilab.journal.attachment.RefusedFileException.Reason;
import dev.tilab.support.ErasedTexts;
import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Pictures and files of days. They belong to the day's entry: they move with it to another date, lie in the trash with it, come back
 * with it, and are deleted for good with it. The day's text is never changed by what happens here; it calls an attachment by its
 * {@link AttachmentPath}, which says what a path may be. Every method is one transaction.
 *
 * <p>One whose path begins with {@code ../} or is Notion's {@code attachment:…} is kept under exactly that path, so that the text that
 * calls it finds it. Where it lies in an archive, the archive decides: two days may have the same path with another content.
 *
 * <p>A file is refused with {@link RefusedFileException}, a day that has no entry with {@link UnknownEntryException}. Everything fails
 * with {@link StoreException} while the store cannot be written or read.
 */
@Service
public class Attachments {

    /** How many a day may have. */
    public static final int MOST = 200;

    /** Bytes of all files of a day: 100 MiB. */
    public static final long DAY_BYTES = 100L * 1_048_576;

    private final Transactions store;
    private final FileStore files;
    private final Clock clock;
    private final ErasedTexts erased;

    /**
     * @param turns none where the database keeps writers apart by itself
     * @param erased none where the journal lies in no file of ours
     */
    Attachments(
            JdbcClient database,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<WriteTurns> turns,
            ObjectProvider<ErasedTexts> erased) {
        this.store = new Transactions(transactions, turns);
        this.files = new FileStore(database);
        this.clock = clock;
        this.erased = erased.getIfAvailable();
    }

    /** All of a day, by their paths; none where the day has no entry. */
    public List<Attachment> of(LocalDate date) {
        return store.read(() -> files.entry(date).map(files::of).orElse(List.of()));
    }

    /** The same of an entry, also of one in the trash. */
    public List<Attachment> of(long entry) {
        return store.read(() -> files.of(entry));
    }

    public Optional<Attachment> find(LocalDate date, AttachmentPath path) {
        return of(date).stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** The content; empty where it is gone. */
    public Optional<byte[]> bytes(Attachment attachment) {
        return store.read(() -> files.bytes(attachment.sha256()));
    }

    /**
     * Puts a content under exactly this path, in the place of one that is there; the same content again changes nothing.
     *
     * @throws RefusedFileException when it is of a kind or size that is not kept, or the day has no room for it
     */
    public Attachment attach(LocalDate date, AttachmentPath path, byte[] bytes) {
        Content content = Content.of(bytes, path.name());
        return promised(date, path, () -> put(entry(date), path, content, bytes));
    }

    /**
     * Adds a file under a path of its own: {@code 2025-03-06/diagram.png}, with a number where that is taken by something else.
     *
     * @param fileName as its owner calls it
     */
    public Attachment add(LocalDate date, String fileName, byte[] bytes) {
        Content content = Content.of(bytes, fileName);
        String sha256 = FileStore.sha256(bytes);
        return store.save(() -> {
            long entry = entry(date);
            List<Attachment> there = files.of(entry);
            for (int number = 1; ; number++) {
                AttachmentPath path = AttachmentPath.added(date, fileName, number);
                Attachment same = there.stream()
                        .filter(one -> one.path().equals(path))
                        .findFirst()
                        .orElse(null);
                if (same != null && same.sha256().equals(sha256)) {
                    return same;
                }
                if (same == null && !files.isTakenElsewhere(entry, path, sha256)) {
                    return put(entry, path, content, bytes);
                }
            }
        });
    }

    private Attachment put(long entry, AttachmentPath path, Content content, byte[] bytes) {
        List<Attachment> others =
                files.of(entry).stream().filter(one -> !one.path().equals(path)).toList();
        if (others.size() >= MOST) {
            throw new RefusedFileException(Reason.TOO_MANY, path.name(), MOST);
        }
        if (others.stream().mapToLong(Attachment::size).sum() + bytes.length > DAY_BYTES) {
            throw new RefusedFileException(Reason.DAY_FULL, path.name(), DAY_BYTES);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        files.put(entry, path, content, bytes, now);
        return new Attachment(path, content, bytes.length, FileStore.sha256(bytes), now);
    }

    /**
     * Deletes one for good.
     *
     * @return whether it was there
     */
    public boolean remove(LocalDate date, AttachmentPath path) {
        return promised(date, path, () -> files.remove(entry(date), path));
    }

    private long entry(LocalDate date) {
        return files.entry(date).orElseThrow(() -> new UnknownEntryException(date));
    }

    /** What was there under the path and is no longer has to leave the file, too. */
    private <T> T promised(LocalDate date, AttachmentPath path, java.util.function.Supplier<T> change) {
        if (erased != null && find(date, path).isPresent()) {
            erased.promise();
        }
        return store.save(change);
    }
}
