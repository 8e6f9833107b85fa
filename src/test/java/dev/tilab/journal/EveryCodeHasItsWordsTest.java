package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DaySection;
import dev.tilab.journal.template.FieldClash;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.Notice;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code without words would reach the reader as a code, or as an error. */
class EveryCodeHasItsWordsTest {

    @Test
    void clashesNoticesAndReasonsAreWorded() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String code : constants(FieldClash.class)) {
            if (!code.equals(FieldClash.PLACEHOLDER)) {
                keys.add("entry.problem." + code);
            }
        }
        constants(Notice.class).forEach(code -> keys.add("entry.notice." + code));
        Stream.of(NotTextException.Reason.values()).forEach(reason -> keys.add("entry.problem." + reason.code()));

        ResourceBundle korean = ResourceBundle.getBundle("messages/entries", Locale.KOREAN);
        ResourceBundle english = ResourceBundle.getBundle("messages/entries", Locale.ROOT);
        assertThat(korean.keySet()).containsAll(keys);
        assertThat(english.keySet()).containsAll(keys);
        assertThat(keys).hasSizeGreaterThan(12);
    }

    /** A field that is new in the shape would be called by its path, and its differences by nothing. */
    @Test
    void everyFieldAndListIsWorded() {
        List<String> keys = new ArrayList<>();
        List<String> journalKeys = new ArrayList<>();
        for (DaySection section : DaySection.values()) {
            keys.add("entry.field." + section.path());
            section.fields().forEach(field -> keys.add("entry.field." + field.key()));
            journalKeys.add("journal." + section.item());
        }
        DaySection.lists().forEach(list -> {
            journalKeys.add("journal." + list.item() + ".numbered");
            journalKeys.add("journal." + list.item() + ".order");
            journalKeys.add("journal.count." + list.path());
        });

        for (Locale language : List.of(Locale.KOREAN, Locale.ROOT)) {
            assertThat(ResourceBundle.getBundle("messages/entries", language).keySet())
                    .containsAll(keys);
            assertThat(ResourceBundle.getBundle("messages/journal", language).keySet())
                    .containsAll(journalKeys);
        }
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        List<String> codes = new ArrayList<>();
        for (var field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                codes.add((String) field.get(null));
            }
        }
        return codes;
    }
}
