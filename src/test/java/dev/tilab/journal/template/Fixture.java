package dev.tilab.journal.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Diary files to read. */
final class Fixture {

    static byte[] bytes(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/diaries/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TilDocument read(String name) {
        return TilDocument.parse(text(bytes(name)));
    }

    static String text(byte[] bytes) {
        try {
            return EncodedText.decode(bytes).text();
        } catch (NotTextException e) {
            throw new AssertionError(e);
        }
    }

    /** A file of the samples beside the project, where they are there; {@code -Dtilab.samples} names another folder. */
    static Optional<byte[]> sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("tilab.samples", "../shared/samples"), name);
        return Files.isReadable(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Fixture() {}
}
