package dev.tilab.labweb;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The texts there are, whatever the file: a new file must be in no list of the tests. */
final class MessageKeys {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private MessageKeys() {}

    /** Files without their language: {@code labs}, {@code stage}, … */
    static List<String> bundles() {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_ko"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param language {@code ""} for English, {@code "_ko"} for Korean */
    static Set<String> in(String language) {
        return texts(language).stringPropertyNames();
    }

    static Properties texts(String language) {
        Properties texts = new Properties();
        for (String bundle : bundles()) {
            try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle + language + ".properties"))) {
                texts.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return texts;
    }
}
