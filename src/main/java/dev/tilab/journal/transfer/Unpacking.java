package dev.tilab.journal.transfer;

import dev.tilab.journal.Limits;
import dev.tilab.journal.attachment.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Finds the files in what was sent, those in archives and in archives of these too. Nothing is written anywhere, and nothing is
 * inflated that cannot be a diary.
 */
final class Unpacking {

    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private final List<FoundFile> found = new ArrayList<>();
    private final Map<String, byte[]> contents = new HashMap<>();

    /** What is looked for, by path; null where everything is that may be a day. */
    private final Set<String> wanted;

    private long bytes;

    private Unpacking(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** @throws ImportRefusedException when it is too much */
    static List<FoundFile> of(List<SentFile> sent) {
        Unpacking unpacking = new Unpacking(null);
        unpacking.all(sent);
        return unpacking.found;
    }

    /**
     * The contents of pictures and files, once it is known which are called by some text: nothing else is inflated for them.
     *
     * @param wanted by path; one that is damaged is missing
     * @throws ImportRefusedException when they are too much together
     */
    static Map<String, byte[]> contents(List<SentFile> sent, Set<String> wanted) {
        Unpacking unpacking = new Unpacking(wanted);
        if (!wanted.isEmpty()) {
            unpacking.all(sent);
        }
        return unpacking.contents;
    }

    private void all(List<SentFile> sent) {
        for (SentFile file : sent) {
            String path = FilePath.readable(file.name());
            if (FilePath.isArchive(path) || isArchive(file.bytes())) {
                archive(path, FilePath.isArchive(path) ? FilePath.folderOf(path) : "", file.bytes(), 1);
            } else if (wanted == null) {
                Skip skip = skip(path);
                add(skip == null ? read(path, path, file.bytes()) : FoundFile.left(path, skip));
            } else if (wanted.contains(path)) {
                count(path, file.bytes().length);
                contents.putIfAbsent(path, file.bytes());
            }
        }
    }

    /** Whether it begins as archives do, also an empty one. */
    static boolean isArchive(byte[] file) {
        return file.length > 3
                && file[0] == 'P'
                && file[1] == 'K'
                && (file[2] == 3 && file[3] == 4 || file[2] == 5 && file[3] == 6);
    }

    private void archive(String path, String folder, byte[] archive, int depth) {
        if (archive.length == 0) {
            add(FoundFile.left(path, Skip.of("empty")));
            return;
        }
        if (depth > ImportLimits.DEPTH) {
            throw new ImportRefusedException("too-deep", path, depth, ImportLimits.DEPTH);
        }
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            long before = bytes;
            int files = found.size();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (!entry.isDirectory()) {
                    entry(zip, entry, path, folder, depth);
                    dense(path, bytes - before, archive.length);
                }
            }
            if (wanted == null && found.size() == files) {
                add(FoundFile.left(path, Skip.of("empty-archive")));
            }
        } catch (ImportRefusedException tooMuch) {
            throw tooMuch;
        } catch (IOException | RuntimeException damaged) {
            add(FoundFile.left(path, Skip.of("damaged")));
        }
    }

    private void entry(ZipFile zip, ZipArchiveEntry entry, String archive, String folder, int depth)
            throws IOException {
        String name = FilePath.readable(name(entry));
        String path = archive + "/" + name;
        List<Belonging> belongs = Belonging.of(entry.getComment());
        if (wanted != null && !FilePath.isArchive(name) || !belongs.isEmpty()) {
            calledFile(zip, entry, archive, path, belongs);
            return;
        }
        Skip skip = FilePath.isArchive(name) && !FilePath.leads(name) && !FilePath.ofTools(name) ? null : skip(name);
        if (skip == null && !zip.canReadEntryData(entry)) {
            skip = Skip.of(entry.getGeneralPurposeBit().usesEncryption() ? "encrypted" : "damaged");
        }
        if (skip != null) {
            add(FoundFile.left(path, skip).in(archive, List.of()));
            return;
        }
        boolean nested = FilePath.isArchive(name);
        long most = nested ? ImportLimits.TEXT_BYTES : Limits.FILE_BYTES;
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes((int) most + 1);
        } catch (IOException | RuntimeException damaged) {
            add(FoundFile.left(path, Skip.of("damaged")));
            return;
        }
        count(path, content.length);
        if (content.length <= most && !isWhole(entry, content)) {
            add(FoundFile.left(path, Skip.of("damaged")));
        } else if (nested) {
            archive(path, folder + FilePath.folderOf(name), content, depth + 1);
        } else {
            add(read(path, folder + name, content).in(archive, List.of()));
        }
    }

    /** A picture or a file of a day, or one that may be. */
    private void calledFile(ZipFile zip, ZipArchiveEntry entry, String archive, String path, List<Belonging> belongs) {
        if (wanted == null) {
            add(FoundFile.left(path, Skip.of(Skip.BELONGS)).in(archive, belongs));
            return;
        }
        if (!wanted.contains(path) || !zip.canReadEntryData(entry)) {
            return;
        }
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes(Content.FILE_BYTES + 1);
        } catch (IOException | RuntimeException damaged) {
            return;
        }
        count(path, content.length);
        if (content.length > Content.FILE_BYTES || isWhole(entry, content)) {
            contents.putIfAbsent(path, content);
        }
    }

    /** Both are said of the whole import: who hides a bomb in the thirtieth archive has sent one. */
    private void count(String path, long more) {
        bytes += more;
        if (bytes > ImportLimits.TEXT_BYTES) {
            throw new ImportRefusedException("too-much", path, bytes, ImportLimits.TEXT_BYTES);
        }
    }

    private static void dense(String path, long inflated, int size) {
        long ratio = inflated / Math.max(1, size);
        if (inflated > ImportLimits.DENSE_BYTES && ratio > ImportLimits.RATIO) {
            throw new ImportRefusedException("too-dense", path, ratio, ImportLimits.RATIO);
        }
    }

    private void add(FoundFile file) {
        found.add(file);
        if (found.size() > ImportLimits.FILES) {
            throw new ImportRefusedException("too-many", file.path(), found.size(), ImportLimits.FILES);
        }
    }

    private FoundFile read(String path, String datePath, byte[] content) {
        return content.length > Limits.FILE_BYTES
                ? FoundFile.left(path, Skip.of("too-large", Limits.FILE_BYTES))
                : FoundFile.of(path, datePath, content);
    }

    private static Skip skip(String path) {
        if (FilePath.leads(path)) {
            return Skip.of("leads");
        }
        if (FilePath.ofTools(path)) {
            return Skip.of(Skip.SYSTEM);
        }
        return FilePath.mayBeText(path) ? null : Skip.of(Skip.TYPE, FilePath.extension(path));
    }

    private static boolean isWhole(ZipArchiveEntry entry, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return entry.getCrc() == sum.getValue();
    }

    /** Its name as the archive marks it; unmarked, as UTF-8 (macOS) where it is that, else as Korean Windows writes it. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean said = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        if (said || raw == null) {
            return entry.getName();
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, KOREAN)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
            } catch (CharacterCodingException another) {
                // asked of the next one
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
