package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Korean and English are equal first languages: neither may lack a text that the other has. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_ko.properties"))
                    .map(name -> name.substring(0, name.length() - "_ko.properties".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties korean = read(bundle + "_ko.properties");

        assertThat(new TreeSet<>(korean.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(korean.getProperty(key)))
                    .as("placeholders of %s", key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            assertThat(korean.getProperty(key)).as("Korean text of %s", key).isNotBlank();
            assertThat(english.getProperty(key)).as("English text of %s", key).isNotBlank();
        }
    }

    /** A lone apostrophe silently swallows the placeholders behind it: {@code it's {0}} shows "its {0}". */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyApostropheIsDoubled(String bundle) throws IOException {
        for (String file : List.of(bundle + ".properties", bundle + "_ko.properties")) {
            Properties texts = read(file);
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key).replace("''", ""))
                        .as("%s in %s", key, file)
                        .doesNotContain("'");
            }
        }
    }

    @Test
    void noTemplateHoldsTextOfItsOwnInKorean() throws IOException {
        Pattern hangul = Pattern.compile("[\\uAC00-\\uD7A3]");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (hangul.matcher(lines.get(i)).find()) {
                        found.add(file + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> numbers = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> numbers.add(match.group(1)));
        return numbers;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("messages").resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
