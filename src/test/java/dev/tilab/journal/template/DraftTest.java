package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that end in different ways meet when what stood between them goes away. */
class DraftTest {

    /** A CR before an empty line that ends in LF is one line end, CR LF, and the empty line was lost. */
    @ParameterizedTest
    @CsvSource({
        "one\\rgone\\n\\nthree\\n, one\\r\\n\\nthree\\n",
        "one\\rgone\\r\\n\\nthree\\n, one\\r\\n\\nthree\\n",
        "one\\rgone\\n\\r\\nthree\\n, one\\r\\r\\nthree\\n",
        "one\\rgone\\n\\rthree\\n, one\\r\\rthree\\n",
        "one\\rgone\\nthree\\n, one\\rthree\\n",
        "one\\ngone\\n\\nthree\\n, one\\n\\nthree\\n",
    })
    void noLineIsLostWhereOneBetweenTwoIsDeleted(String before, String after) {
        Draft draft = new Draft(Lines.of(signs(before)));
        draft.delete(1);

        String text = draft.text();

        assertThat(text).isEqualTo(signs(after));
        assertThat(Lines.of(text).size()).isEqualTo(Lines.of(signs(before)).size() - 1);
    }

    /** The same where whole items change places, and where the empty line takes its end from the line before it. */
    @Test
    void noLineIsLostWhereLinesAreMovedTogether() {
        Draft moved = new Draft(Lines.of("one\n\ntwo\rthree"));
        moved.arrange(
                0, 3, List.of(new Draft.Piece("two", "\r"), new Draft.Piece("", "\n"), new Draft.Piece("one", "\n")));
        assertThat(moved.text()).isEqualTo("two\r\n\none\nthree");

        Draft added = new Draft(Lines.of("one\rtwo\r"));
        added.insertAfter(0, List.of("", "new"));
        assertThat(added.text()).isEqualTo("one\r\rnew\rtwo\r");
    }

    private static String signs(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }
}
