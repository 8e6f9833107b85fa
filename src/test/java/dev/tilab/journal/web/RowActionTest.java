package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Topic;
import dev.tilab.journal.template.DaySection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Buttons of the form move, add and remove rows on the server, for readers without JavaScript. */
class RowActionTest {

    @Test
    void rowsAreMovedAddedAndRemoved() {
        EntryForm form = topics("a", "b", "c");

        assertThat(press(form, "topic-up:2")).isEqualTo(1);
        assertThat(titles(form)).containsExactly("a", "c", "b");
        assertThat(press(form, "topic-down:0")).isEqualTo(1);
        assertThat(titles(form)).containsExactly("c", "a", "b");
        assertThat(press(form, "topic-remove:1")).isEqualTo(1);
        assertThat(titles(form)).containsExactly("c", "b");
        assertThat(press(form, "topic-add")).isEqualTo(2);
        assertThat(titles(form)).containsExactly("c", "b", "");
    }

    @Test
    void theFirstRowStaysFirstAndTheLastLast() {
        EntryForm form = topics("a", "b");

        press(form, "topic-up:0");
        press(form, "topic-down:1");
        press(form, "topic-remove:7");

        assertThat(titles(form)).containsExactly("a", "b");
    }

    @Test
    void whatIsNoActionIsNone() {
        for (String value :
                new String[] {null, "", "save", "topic-up", "topic-up:-1", "topic-up:99999", "entry-remove:0"}) {
            assertThat(RowAction.parse(value)).as("%s", value).isEmpty();
        }
    }

    private static EntryForm topics(String... titles) {
        List<Topic> topics = Stream.of(titles)
                .map(title -> new Topic(DayFields.NEW, title, ""))
                .toList();
        return EntryForm.of(DayFields.empty(null).with(DaySection.TOPICS, topics), "");
    }

    private static int press(EntryForm form, String button) {
        return RowAction.parse(button).orElseThrow().apply(form);
    }

    private static List<String> titles(EntryForm form) {
        return form.rows(DaySection.TOPICS).stream()
                .map(row -> row.text(DayField.TOPIC_TITLE))
                .toList();
    }
}
