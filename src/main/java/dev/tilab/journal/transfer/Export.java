package dev.tilab.journal.transfer;

import dev.tilab.journal.Journal;
import dev.tilab.journal.KeptFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Writes every day of the journal as its file into a ZIP, byte for byte, from the oldest to the newest. One day is in memory at a
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

    Export(Journal journal) {
        this.journal = journal;
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
        for (LocalDate day : archive.days()) {
            Optional<KeptFile> file = journal.file(day);
            if (file.isPresent()) {
                ZipEntry entry = new ZipEntry(archive.layout().path(file.get()));
                entry.setTimeLocal((day.isBefore(EPOCH) ? EPOCH : day).atTime(LocalTime.NOON));
                zip.putNextEntry(entry);
                zip.write(file.get().bytes());
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
