package dev.tilab.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Scrum;
import dev.tilab.journal.template.DayFields.Topic;
import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form that nobody touched says exactly what is stored: whatever it would say otherwise would rewrite lines of the file. */
class FormFieldsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 6);

    private static final DayFields STORED = new DayFields(
            DAY,
            new Scrum("first\nsecond", "", "  indented", ""),
            List.of(new Topic(0, "RDB ", "text\n\n- list"), new Topic(1, "", "")),
            List.of(new Challenge(0, "hard", "")),
            "done",
            List.of(new Reference(0, "", ""), new Reference(1, "docs", "https://docs.aws.amazon.com")));

    @Test
    void anUntouchedFormSaysWhatIsStored() {
        EntryForm form = EntryForm.of(STORED, "3").withRoom();
        Map<String, String> inputs = form.inputs();
        inputs.put("scrum.todo", "first\r\nsecond"); // as a browser sends it
        inputs.put("topics[0].body", "text\r\n\r\n- list");

        assertThat(FormFields.of(EntryForm.sent(inputs), DAY, STORED).fields()).isEqualTo(STORED);
    }

    /** The empty row that the form offers for typing is no row; the empty row of the file stays in the file. */
    @Test
    void anEmptyRowIsDroppedUnlessTheFileHasIt() {
        EntryForm form = EntryForm.of(STORED, "3");
        form.rows(DaySection.TOPICS).add(0, DaySection.TOPICS.blank());
        form.rows(DaySection.REFERENCES).set(1, new Reference(1, " ", ""));

        FormFields sent = FormFields.of(form, DAY, STORED);

        assertThat(sent.fields().topics()).isEqualTo(STORED.topics());
        assertThat(sent.fields().references()).containsExactly(new Reference(0, "", ""));
    }

    /** The journal counts the rows that it got; the form has to show the problem at the row where it was typed. */
    @Test
    void aProblemIsShownAtTheRowThatItWasTypedInto() {
        EntryForm form = EntryForm.of(STORED, "3");
        form.rows(DaySection.TOPICS).add(0, DaySection.TOPICS.blank());

        FormFields sent = FormFields.of(form, DAY, STORED);

        assertThat(sent.inForm("topics[0].title")).isEqualTo("topics[1].title");
        assertThat(sent.inForm("scrum.todo")).isEqualTo("scrum.todo");
    }

    /** One stored row must never be written to two places. */
    @Test
    void anOriginSentTwiceOrOutOfRangeIsANewRow() {
        EntryForm form = EntryForm.of(STORED, "3");
        form.rows(DaySection.TOPICS).add(new Topic(0, "again", ""));
        form.rows(DaySection.TOPICS).add(new Topic(99, "beyond", ""));

        assertThat(FormFields.of(form, DAY, STORED).fields().topics())
                .extracting(Topic::origin)
                .containsExactly(0, 1, DayFields.NEW, DayFields.NEW);
    }
}
