package dev.tilab.journal.web;

import dev.tilab.journal.Limits;
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

    private Parcels() {}

    /**
     * A file by its number in the question.
     *
     * @param path as it is shown
     * @param name the path as far as it tells the day
     * @param day files of the same day go together; may be null
     */
    record Numbered(int number, String path, String name, byte[] bytes, Object day) {}

    static List<String> of(List<Numbered> files) {
        List<String> parcels = new ArrayList<>();
        List<Numbered> parcel = new ArrayList<>();
        long bytes = 0;
        Object day = null;
        for (Numbered file : files) {
            boolean full = parcel.size() >= FILES || bytes + file.bytes().length > BYTES;
            if (full && !parcel.isEmpty() && (file.day() == null || !file.day().equals(day))) {
                parcels.add(packed(parcel));
                parcel.clear();
                bytes = 0;
            }
            parcel.add(file);
            bytes += file.bytes().length;
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
                    byte[] bytes = zip.readNBytes(Limits.FILE_BYTES + 1);
                    if (bytes.length > Limits.FILE_BYTES) {
                        throw new IllegalArgumentException("no file of an import");
                    }
                    files.add(numbered(entry.getName(), bytes));
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
                Integer.parseInt(parts[0]), parts[2].substring(0, path), parts[2].substring(path), bytes, null);
    }
}
