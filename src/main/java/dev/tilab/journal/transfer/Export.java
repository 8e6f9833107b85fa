package dev.tilab.journal.transfer;

import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.Journal;
import dev.tilab.journal.KeptFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Writes every day of the journal as its file into a ZIP, byte for byte, from the oldest to the newest, and beside each the pictures
 * and files that belong to it. One day is in memory at a
 * time. The same journal gives the same bytes on every machine: a file's time is its day.
 *
 * <p>What is in the trash, and what days said before, is left out: an archive is what somebody hands on, and both hold what its
 * owner took back.
 */
@Component
public class Export {

    /** The earliest day that an archive can say without a time zone. */
    private static final LocalDate EPOCH = LocalDate.of(1980, 1, 1);

    private final Journal journal;
    private final Attachments attachments;

    Export(Journal journal, Attachments attachments) {
        this.journal = journal;
        this.attachments = attachments;
    }

    /**
     * An archive that is about to be written.
     *
     * @param days asked for before a byte is sent: where the journal cannot be read, that can still be said
     */
    public record Archive(Layout layout, List<LocalDate> days) {}

    public Archive archive(Layout layout) {
        return new Archive(layout, journal.days());
    }

    /** A day that is moved to the trash meanwhile is missing; every other is whole, as it is when its turn comes. */
    public void write(Archive archive, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Places places = new Places(archive.layout());
        Map<String, ZipEntry> written = new HashMap<>();
        for (LocalDate day : archive.days()) {
            Optional<KeptFile> file = journal.file(day);
            if (file.isEmpty()) {
                continue;
            }
            Places.Place place = places.of(file.get(), attachments.of(day));
            put(zip, place.file(), day, file.get().bytes());
            for (Map.Entry<Attachment, String> one : place.attached().entrySet()) {
                String comment = new Belonging(day, one.getKey().path()).comment();
                ZipEntry there = written.get(one.getValue());
                if (there != null) {
                    // What is said about an entry is written at the end of an archive.
                    there.setComment(there.getComment() + "\n" + comment);
                    continue;
                }
                Optional<byte[]> bytes = attachments.bytes(one.getKey());
                if (bytes.isPresent()) {
                    ZipEntry entry = put(zip, one.getValue(), day, bytes.get());
                    entry.setComment(comment);
                    written.put(one.getValue(), entry);
                }
            }
        }
        zip.finish();
    }

    private static ZipEntry put(ZipOutputStream zip, String path, LocalDate day, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal((day.isBefore(EPOCH) ? EPOCH : day).atTime(LocalTime.NOON));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        return entry;
    }
}
