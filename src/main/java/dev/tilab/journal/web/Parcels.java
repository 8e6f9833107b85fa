package dev.tilab.journal.web;

import dev.tilab.journal.Limits;
import dev.tilab.journal.attachment.AttachmentPath;
import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.transfer.AttachedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files on their way through a question: packed and spelled in letters that no form changes. So nothing has to be kept between the
 * two requests, by whichever instance answers them, and nothing is left behind where nobody answers. Several, so that a script can
 * send them one after another; those of one day are never apart.
 */
final class Parcels {

    private static final int FILES = 40;
    private static final int BYTES = 1 << 19;

    /** Before the number of the day to which a picture or a file belongs. */
    private static final String FILE_OF = "+";

    private Parcels() {}

    /**
     * A file by its number in the question.
     *
     * @param path as it is shown
     * @param name the path as far as it tells the day
     * @param day files of the same day go together; may be null
     * @param files pictures and files that come with it
     */
    record Numbered(int number, String path, String name, byte[] bytes, Object day, List<AttachedFile> files) {

        private long size() {
            return bytes.length
                    + files.stream().mapToLong(file -> file.bytes().length).sum();
        }
    }

    static List<String> of(List<Numbered> files) {
        List<String> parcels = new ArrayList<>();
        List<Numbered> parcel = new ArrayList<>();
        long bytes = 0;
        Object day = null;
        for (Numbered file : files) {
            boolean full = parcel.size() >= FILES || bytes + file.size() > BYTES;
            if (full && !parcel.isEmpty() && (file.day() == null || !file.day().equals(day))) {
                parcels.add(packed(parcel));
                parcel.clear();
                bytes = 0;
            }
            parcel.add(file);
            bytes += file.size();
            day = file.day();
        }
        if (!parcel.isEmpty()) {
            parcels.add(packed(parcel));
        }
        return parcels;
    }

    private static String packed(List<Numbered> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Numbered file : files) {
                zip.putNextEntry(
                        new ZipEntry(file.number() + "/" + file.path().length() + "/" + file.path() + file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
                for (AttachedFile attached : file.files()) {
                    zip.putNextEntry(new ZipEntry(
                            FILE_OF + file.number() + "/" + attached.path().value()));
                    zip.write(attached.bytes());
                    zip.closeEntry();
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException when they did not arrive as they were sent */
    static List<Numbered> read(List<String> parcels) {
        List<Numbered> files = new ArrayList<>();
        for (String parcel : parcels) {
            byte[] packed = Base64.getUrlDecoder().decode(parcel);
            int before = files.size();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    boolean attached = entry.getName().startsWith(FILE_OF);
                    int most = attached ? Content.FILE_BYTES : Limits.FILE_BYTES;
                    byte[] bytes = zip.readNBytes(most + 1);
                    if (bytes.length > most) {
                        throw new IllegalArgumentException("no file of an import");
                    }
                    if (attached) {
                        attach(entry.getName(), bytes, files);
                    } else {
                        files.add(numbered(entry.getName(), bytes));
                    }
                }
            } catch (IOException broken) {
                throw new IllegalArgumentException(broken);
            }
            if (files.size() == before) {
                throw new IllegalArgumentException("an empty parcel");
            }
        }
        return files;
    }

    private static Numbered numbered(String entry, byte[] bytes) {
        String[] parts = entry.split("/", 3);
        if (parts.length < 3 || Integer.parseInt(parts[1]) > parts[2].length()) {
            throw new IllegalArgumentException("no file of an import");
        }
        int path = Integer.parseInt(parts[1]);
        return new Numbered(
                Integer.parseInt(parts[0]),
                parts[2].substring(0, path),
                parts[2].substring(path),
                bytes,
                null,
                new ArrayList<>());
    }

    /** A file of the day just read. */
    private static void attach(String entry, byte[] bytes, List<Numbered> files) {
        String[] parts = entry.split("/", 2);
        Numbered day = files.isEmpty() ? null : files.get(files.size() - 1);
        if (day == null || !parts[0].equals(FILE_OF + day.number()) || parts.length < 2) {
            throw new IllegalArgumentException("a file of no day");
        }
        day.files()
                .add(new AttachedFile(
                        AttachmentPath.of(parts[1]).orElseThrow(() -> new IllegalArgumentException("no path")), bytes));
    }
}
