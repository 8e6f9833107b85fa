package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.markdown.MarkdownRenderer;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.TilDocument;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first day that a newcomer sees is a whole one, in the newcomer's language. */
class ExampleDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyFieldOfTheExampleIsFilledAndNothingFallsBetweenTheFields(String language) {
        TilDocument document = ExampleDay.document(Locale.forLanguageTag(language));
        DayFields day = document.fields();

        assertThat(document.extras()).isEmpty();
        assertThat(document.notices()).isEmpty();
        assertThat(day.date()).hasToString("2025-03-13");
        assertThat(day.scrum().todo()).isNotBlank();
        assertThat(day.scrum().specialNotes()).isNotBlank();
        assertThat(day.scrum().yesterdayTodo()).isNotBlank();
        assertThat(day.scrum().yesterdayRetrospective()).isNotBlank();
        assertThat(day.topics())
                .hasSize(3)
                .allSatisfy(topic -> assertThat(topic.title()).isNotBlank());
        assertThat(day.challenges()).hasSize(2);
        assertThat(day.challenges().get(0).solution()).isNotBlank();
        assertThat(day.challenges().get(1).solution()).isEmpty();
        assertThat(day.retrospective()).isNotBlank();
        assertThat(day.references())
                .hasSize(2)
                .allSatisfy(reference -> assertThat(reference.url()).startsWith("https://"));
        Rules.check(null, day);
    }

    @Test
    void theExampleShowsWhatATextCanHold() {
        for (Locale language : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
            DayFields day = ExampleDay.fields(language);
            StringBuilder html = new StringBuilder();
            for (DayFields.Topic topic : day.topics()) {
                html.append(new MarkdownRenderer().html(topic.body(), "t-", key -> key));
            }
            assertThat(html)
                    .contains(
                            "<table>",
                            "type=\"checkbox\"",
                            "<pre tabindex=\"0\"><code class=\"language-bash\">",
                            "<blockquote>");
        }
    }

    @Test
    void bothLanguagesTellTheSameDay() {
        DayFields korean = ExampleDay.fields(Locale.KOREAN);
        DayFields english = ExampleDay.fields(Locale.ENGLISH);
        assertThat(english.topics()).hasSameSizeAs(korean.topics());
        assertThat(english.date()).isEqualTo(korean.date());
        assertThat(ExampleDay.fields(Locale.FRENCH)).isEqualTo(english);
    }
}
