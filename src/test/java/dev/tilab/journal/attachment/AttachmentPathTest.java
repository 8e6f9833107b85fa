package dev.tilab.journal.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One place has one path, however a text spells it; and no path is a place of this machine. */
class AttachmentPathTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            images/a%20b.png, images/a b.png
            ./images//a.png, images/a.png
            images/../a.png, a.png
            ../images/a.png, ../images/a.png
            ../../../etc/passwd, ../../../etc/passwd
            images\\a.png, images/a.png
            a.png?raw=true, a.png
            a.png#page, a.png
            a%23b.png, a#b.png
            100%.png, 100%.png
            attachment:12ab-34:그림.png, attachment:12ab-34:그림.png
            """)
    void anAddressLeadsToAPath(String address, String path) {
        assertThat(AttachmentPath.ofAddress(address).orElseThrow().value()).isEqualTo(path);
    }

    /** macOS takes syllables apart: the picture would stand there and not be found. */
    @Test
    void syllablesTakenApartAreTheSameName() {
        String apart = Normalizer.normalize("그림.png", Normalizer.Form.NFD);
        assertThat(AttachmentPath.of(apart)).isEqualTo(AttachmentPath.of("그림.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "//host/a.png",
                "https://example.com/a.png",
                "http:a",
                "data:image/png;base64,AA",
                "javascript:alert(1)",
                "file:///a.png",
                "folder/",
                "..",
                "a/..",
                "a%00.png",
                "a%0d%0ab.png",
                "#anchor",
                "\uD800.png"
            })
    void whatIsNoPlaceBesideADayIsNone(String address) {
        assertThat(AttachmentPath.ofAddress(address)).isEmpty();
    }

    @Test
    void pathsEnd() {
        assertThat(AttachmentPath.of("a".repeat(200) + "/" + "b".repeat(200))).isPresent();
        assertThat(AttachmentPath.of("a".repeat(201))).isEmpty();
        assertThat(AttachmentPath.of("a/".repeat(250) + "b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            diagram.png, diagram.png
            C:\\fakepath\\스크린샷 2025-03-06 오후 3.04.05.png, 스크린샷-2025-03-06-오후-3.04.05.png
            a](javascript:x).png, a-javascript-x.png
            ../../x.PNG, x.PNG
            .htaccess, htaccess
            ***, file
            no-ending, no-ending
            """)
    void whatIsAddedGetsANameThatCanStandInMarkdown(String given, String name) {
        AttachmentPath path = AttachmentPath.added(LocalDate.of(2025, 3, 6), given, 1);
        assertThat(path.value()).isEqualTo("2025-03-06/" + name);
        assertThat(AttachmentPath.ofAddress(path.value())).contains(path);
    }

    @Test
    void aSecondOneOfTheSameNameIsNumberedBeforeItsEnding() {
        assertThat(AttachmentPath.added(LocalDate.of(2025, 3, 6), "a.png", 2).value())
                .isEqualTo("2025-03-06/a-2.png");
    }
}
