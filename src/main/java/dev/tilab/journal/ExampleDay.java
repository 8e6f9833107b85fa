package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.TilDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A day written by us, to be looked at where nothing has been written yet. It is shown without being stored. */
public final class ExampleDay {

    private static final TilDocument KOREAN = read("example/day_ko.md");
    private static final TilDocument ENGLISH = read("example/day_en.md");

    private ExampleDay() {}

    /** The day in Korean, or in English for every other language. */
    public static TilDocument document(Locale language) {
        return language.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }

    /** The day as fields. */
    public static DayFields fields(Locale language) {
        return document(language).fields();
    }

    private static TilDocument read(String resource) {
        try (InputStream in = ExampleDay.class.getClassLoader().getResourceAsStream(resource)) {
            return TilDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
