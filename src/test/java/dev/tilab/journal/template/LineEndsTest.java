package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's text field knows one kind of line end; a file may have three, and keeps them. */
class LineEndsTest {

    /** Guards against a save of a text that nobody changed which rewrites every line of a Windows file. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTextThatComesBackUnchangedIsTheStoredOneWhateverEndsItsLines(long seed) {
        Random random = new Random(seed);
        for (int text = 0; text < 200; text++) {
            String stored = random(random, 12);

            assertThat(LineEnds.kept(stored, asBrowsersSend(stored))).isEqualTo(stored);
            assertThat(LineEnds.kept(stored, stored.replace("\r\n", "\n").replace('\r', '\n')))
                    .isEqualTo(stored);
        }
    }

    /** The words are the writer's, whatever becomes of the line ends. */
    @Test
    void whatWasTypedIsThereToTheLetter() {
        Random random = new Random(11);
        for (int text = 0; text < 500; text++) {
            String typed = asBrowsersSend(random(random, 12));

            assertThat(asBrowsersSend(LineEnds.kept(random(random, 12), typed))).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a\\r\\nb\\nc\\r\\n, a\\nX\\nc\\n, a\\r\\nX\\nc\\r\\n",
        "a\\r\\nb\\nc\\r\\n, a\\nb\\nnew\\nc\\n, a\\r\\nb\\nnew\\r\\nc\\r\\n",
        "a\\r\\nb\\nc\\n, b\\nc\\n, b\\nc\\n",
        "a\\rb\\rc, a\\nb\\nc\\nd, a\\rb\\rc\\rd",
        "a\\r\\nb, a\\nb\\n, a\\r\\nb\\r\\n",
        "a\\r\\nb\\r\\n, a\\nb, a\\r\\nb",
        "'', a\\r\\nb\\r\\n, a\\nb\\n",
    })
    void anUnchangedLineKeepsItsEndAndANewOneGetsWhatMostHave(String stored, String typed, String expected) {
        assertThat(LineEnds.kept(signs(stored), signs(typed))).isEqualTo(signs(expected));
    }

    private static String signs(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    private static String asBrowsersSend(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    private static String random(Random random, int lines) {
        String[] ends = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(lines); i > 0; i--) {
            text.append("가나다".charAt(random.nextInt(3))).append(ends[random.nextInt(ends.length)]);
        }
        return text.append(random.nextBoolean() ? "끝" : "").toString();
    }
}
