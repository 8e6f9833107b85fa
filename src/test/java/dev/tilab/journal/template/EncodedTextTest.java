package dev.tilab.journal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R1, R3, R4. Bytes in, the same bytes out, or a reason. */
class EncodedTextTest {
    private static final String TEXT = "### 회고\r\n한글과 English\n";
    private static final Charset CP949 = Charset.forName("x-windows-949");

    static List<EncodedText> encodings() {
        return List.of(
                EncodedText.utf8(TEXT),
                new EncodedText(TEXT, StandardCharsets.UTF_8, bytes(0xEF, 0xBB, 0xBF)),
                new EncodedText(TEXT, StandardCharsets.UTF_16LE, bytes(0xFF, 0xFE)),
                new EncodedText(TEXT, StandardCharsets.UTF_16BE, bytes(0xFE, 0xFF)),
                new EncodedText(TEXT, CP949, bytes()));
    }

    /** Guards against a mark or encoding that is told wrongly and so written back otherwise. */
    @ParameterizedTest
    @MethodSource("encodings")
    void readsEachEncodingAndWritesItBack(EncodedText file) throws NotTextException {
        byte[] bytes = file.encode(TEXT);
        assertThat(EncodedText.decode(bytes)).isEqualTo(file);
        assertThat(EncodedText.decode(bytes).encode(TEXT)).isEqualTo(bytes);
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws NotTextException {
        assertThat(EncodedText.decode(bytes())).isEqualTo(EncodedText.utf8(""));
        assertThat(EncodedText.decode(bytes(0xEF, 0xBB, 0xBF)).text()).isEmpty();
    }

    /** Guards against an emoji that turns into a question mark in an old file. */
    @Test
    void saysWhatAnEncodingLacks() {
        EncodedText old = new EncodedText("", CP949, bytes());
        assertThat(old.canEncode("한글")).isTrue();
        assertThat(old.canEncode("🙂")).isFalse();
        assertThat(EncodedText.utf8("").canEncode("🙂")).isTrue();
        assertThat(EncodedText.utf8("").canEncode("\ud83d")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> old.encode("🙂"));
    }

    @Test
    void refusesWhatIsNoTextWithReasonAndLine() {
        assertThat(reason(bytes(0, 5, 0x16, 7, 0, 2, 0, 0))).isEqualTo("apple-double 1");
        assertThat(reason(bytes('a', '\n', 'b', 0, 'c'))).isEqualTo("binary 2");
        assertThat(reason(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0)))
                .isEqualTo("binary 3");
        assertThat(reason(bytes('a', '\n', '\n', 0xE9, ' ', 'x'))).isEqualTo("undecodable 3");
        assertThat(reason("caf\u00e9s na\u00efve\n\u00fcber".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("undecodable");
        assertThat(reason(bytes(0xFF, 0xFE, 'a'))).isEqualTo("undecodable 1");
        assertThat(reason(bytes(0xFF, 0xFE, 0, 0xD8, 'a', 0))).isEqualTo("undecodable 1");
    }

    private static String reason(byte[] bytes) {
        NotTextException refused = catchThrowableOfType(NotTextException.class, () -> EncodedText.decode(bytes));
        return refused.reason().code() + " " + refused.line();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
