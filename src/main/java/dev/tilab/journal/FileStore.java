package dev.tilab.journal;

import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Pictures and files in the database, in the transaction of whoever asks. Each content is there once, and only while a day has it. */
final class FileStore {

    /** Of H2's 1 MiB for a value, so that a page of its file holds several. */
    static final int PIECE_BYTES = 256 * 1024;

    private static final String ATTACHMENTS = """
            select a.path, a.media_type, a.width, a.height, c.byte_count, c.sha256, a.added_at
            from attachment a join file_content c on c.id = a.content_id""";

    private final JdbcClient database;

    FileStore(JdbcClient database) {
        this.database = database;
    }

    /** The entry of the day, unless it is in the trash. */
    Optional<Long> entry(LocalDate date) {
        return database.sql("select id from entry where live_date = :date")
                .param("date", date)
                .query(Long.class)
                .optional();
    }

    List<Attachment> of(long entry) {
        return database.sql(ATTACHMENTS + " where a.entry_id = :entry order by a.path")
                .param("entry", entry)
                .query((row, i) -> new Attachment(
                        new AttachmentPath(row.getString(1)),
                        new Content(row.getString(2), row.getInt(3), row.getInt(4)),
                        row.getLong(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether some other day has another content under the path: both would lie at one place in an archive. */
    boolean isTakenElsewhere(long entry, AttachmentPath path, String sha256) {
        return database.sql("""
                        select count(*) from attachment a join file_content c on c.id = a.content_id
                        where a.path = :path and a.entry_id <> :entry and c.sha256 <> :sha256""")
                        .param("path", path.value())
                        .param("entry", entry)
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<byte[]> bytes(String sha256) {
        Optional<Long> content = content(sha256);
        return content.map(id -> {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            database.sql("select bytes from file_piece where content_id = :content order by place")
                    .param("content", id)
                    .query(row -> {
                        whole.writeBytes(row.getBytes(1));
                    });
            return whole.toByteArray();
        });
    }

    private Optional<Long> content(String sha256) {
        return database.sql("select id from file_content where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .optional();
    }

    /** Puts the content under the path, in the place of one that is there. */
    void put(long entry, AttachmentPath path, Content content, byte[] bytes, Instant now) {
        String sha256 = sha256(bytes);
        long id = content(sha256).orElseGet(() -> insert(sha256, bytes));
        int replaced = database.sql("""
                        update attachment set content_id = :content, media_type = :type, width = :width, height = :height,
                            added_at = :now where entry_id = :entry and path = :path""")
                .param("content", id)
                .param("type", content.mediaType())
                .param("width", content.width())
                .param("height", content.height())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("entry", entry)
                .param("path", path.value())
                .update();
        if (replaced == 0) {
            database.sql("""
                            insert into attachment (entry_id, path, content_id, media_type, width, height, added_at)
                            values (:entry, :path, :content, :type, :width, :height, :now)""")
                    .param("entry", entry)
                    .param("path", path.value())
                    .param("content", id)
                    .param("type", content.mediaType())
                    .param("width", content.width())
                    .param("height", content.height())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        deleteUnused();
    }

    private long insert(String sha256, byte[] bytes) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        database.sql("insert into file_content (sha256, byte_count) values (:sha256, :count)")
                .param("sha256", sha256)
                .param("count", bytes.length)
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (int place = 0; place * PIECE_BYTES < bytes.length; place++) {
            int start = place * PIECE_BYTES;
            database.sql("insert into file_piece (content_id, place, bytes) values (:content, :place, :bytes)")
                    .param("content", id)
                    .param("place", place)
                    .param("bytes", Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + PIECE_BYTES)))
                    .update();
        }
        return id;
    }

    /** @return whether it was there */
    boolean remove(long entry, AttachmentPath path) {
        boolean there = database.sql("delete from attachment where entry_id = :entry and path = :path")
                        .param("entry", entry)
                        .param("path", path.value())
                        .update()
                > 0;
        deleteUnused();
        return there;
    }

    /** Contents that no day has any more. */
    void deleteUnused() {
        database.sql("""
                        delete from file_content
                        where not exists (select 1 from attachment a where a.content_id = file_content.id)""").update();
    }

    /** Contents that lack a piece. */
    List<Long> torn() {
        return database.sql("""
                        select c.id from file_content c
                        where (c.byte_count + :piece - 1) / :piece
                            <> (select count(*) from file_piece p where p.content_id = c.id)""").param("piece", PIECE_BYTES).query(Long.class).list();
    }

    /**
     * Takes away attachments whose content a kill left in part: their day's page then offers to attach them again.
     *
     * @return days and paths, in words
     */
    List<String> removeTorn() {
        List<Long> torn = torn();
        List<String> lost = torn.stream()
                .flatMap(content -> database
                        .sql("""
                                select e.entry_date, a.path from attachment a join entry e on e.id = a.entry_id
                                where a.content_id = :content""")
                        .param("content", content)
                        .query((row, i) -> row.getObject(1, LocalDate.class) + " " + row.getString(2))
                        .list()
                        .stream())
                .toList();
        torn.forEach(content -> database.sql("delete from attachment where content_id = :content")
                .param("content", content)
                .update());
        deleteUnused();
        return lost;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
