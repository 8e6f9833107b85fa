package dev.tilab.journal.web;

import dev.tilab.journal.transfer.PlannedFile;
import dev.tilab.journal.transfer.Skip;
import dev.tilab.journal.transfer.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Files of an import about which nothing is decided, those that are there already and those that are left: the question shows them,
 * and brings them along for when it is to be shown once more, without their bytes.
 */
final class Aside {

    /** What 5,000 paths may come to. */
    private static final int BYTES = 16 << 20;

    private static final String FIELD = "\t";
    private static final String ROW = "\n";

    private Aside() {}

    static String of(List<PlannedFile> files) {
        StringBuilder rows = new StringBuilder();
        for (PlannedFile file : files) {
            List<String> fields = new ArrayList<>();
            fields.add(file.step().id());
            fields.add(file.name());
            fields.add(file.date() == null ? "" : file.date().toString());
            if (file.skip() != null) {
                fields.add(file.skip().code());
                file.skip().arguments().forEach(argument -> fields.add(argument.toString()));
            }
            fields.replaceAll(field -> field.replaceAll("[\\t\\r\\n]", " "));
            rows.append(String.join(FIELD, fields)).append(ROW);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException when it did not arrive as it was sent */
    static List<PlannedFile> read(String aside) {
        byte[] rows;
        try (InflaterInputStream inflated = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(aside)))) {
            rows = inflated.readNBytes(BYTES);
        } catch (IOException broken) {
            throw new IllegalArgumentException(broken);
        }
        return new String(rows, StandardCharsets.UTF_8).lines().map(Aside::file).toList();
    }

    private static PlannedFile file(String row) {
        String[] fields = row.split(FIELD, -1);
        if (fields.length < 3) {
            throw new IllegalArgumentException("no row of an import");
        }
        boolean identical = fields[0].equals(Step.IDENTICAL.id());
        Skip skip = null;
        if (fields.length > 3) {
            List<Object> arguments = new ArrayList<>();
            for (int i = 4; i < fields.length; i++) {
                arguments.add(fields[i].matches("[0-9]{1,9}") ? (Object) Integer.valueOf(fields[i]) : fields[i]);
            }
            skip = new Skip(fields[3], arguments);
        }
        return PlannedFile.known(
                fields[1], Days.read(fields[2]).orElse(null), identical ? Step.IDENTICAL : Step.SKIP, skip);
    }
}
