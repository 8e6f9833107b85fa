package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What walks the shape of a day does so for every field; what has to be written for each is not forgotten for one. */
class DayShapeTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    /** Guards against a field that stands in the shape and that no reader or writer of the file knows. */
    @Test
    void everyFieldIsWrittenIntoTheFileAndReadBack() {
        DayFields day = DayFields.empty(DAY);
        for (DaySection section : DaySection.values()) {
            List<String> texts = section.fields().stream()
                    .map(field -> switch (field) {
                        case REFERENCE_URL -> "https://e.com/" + field;
                        case EXTRA_TITLE -> "주간 목표"; // any other words would be no section
                        default -> "낱말 " + field;
                    })
                    .toList();
            day = day.with(section, List.of(section.row(DayFields.NEW, texts)));
        }

        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            TilDocument written = TilDocument.blank(DAY, language).with(day);
            assertThat(written.fields().texts()).isEqualTo(day.texts());
            assertThat(TilDocument.parse(written.text()).fields().texts()).isEqualTo(day.texts());
        }
    }

    /** Paths are names of inputs, of JSON and of messages: programs and saved drafts go by them. */
    @Test
    void everyFieldHasItsPath() {
        DayFields day = DayFields.empty(DAY)
                .with(DaySection.TOPICS, List.of(new Topic(0, "a", "b"), new Topic(1, "c", "")))
                .with(DaySection.REFERENCES, List.of(new Reference(0, "d", "e")));

        assertThat(day.texts().keySet())
                .containsExactly(
                        "scrum.todo",
                        "scrum.specialNotes",
                        "scrum.yesterdayTodo",
                        "scrum.yesterdayRetrospective",
                        "topics[0].title",
                        "topics[0].body",
                        "topics[1].title",
                        "topics[1].body",
                        "retrospective",
                        "references[0].title",
                        "references[0].url");
        assertThat(Stream.of(DayField.values()).map(DayField::key).collect(Collectors.toSet()))
                .hasSameSizeAs(DayField.values());
    }

    @Test
    void daysAreEqualByWhatTheySayAndStayAsTheyAre() {
        List<Topic> topics = new ArrayList<>(List.of(new Topic(0, "a", "b")));
        DayFields day = DayFields.empty(DAY).with(DaySection.TOPICS, topics);
        topics.clear();

        assertThat(day.topics()).containsExactly(new Topic(0, "a", "b"));
        assertThat(day).isEqualTo(DayFields.empty(DAY).with(DaySection.TOPICS, List.of(new Topic(0, "a", "b"))));
        assertThat(day.hashCode()).isEqualTo(day.dated(DAY).hashCode());
        assertThat(day).isNotEqualTo(day.with(DayField.TODO, "x")).isNotEqualTo(day.dated(null));
        assertThatThrownBy(() -> day.scrum().text(DayField.TOPIC_TITLE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> day.rows(DaySection.TOPICS).clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
