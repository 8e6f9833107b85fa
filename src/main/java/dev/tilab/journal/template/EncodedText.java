package dev.tilab.journal.template;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a file together with what is needed to have its bytes back.
 *
 * @param text the text, without byte order mark
 * @param charset UTF-8, UTF-16LE, UTF-16BE or CP949
 * @param bom the byte order mark; empty when the file has none
 */
public record EncodedText(String text, Charset charset, byte[] bom) {

    private static final byte[] NO_BOM = {};
    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE_BOM = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE_BOM = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] APPLE_DOUBLE = {0x00, 0x05, 0x16, 0x07};
    private static final byte[] APPLE_SINGLE = {0x00, 0x05, 0x16, 0x00};
    private static final String CP949 = "x-windows-949";

    public EncodedText {
        bom = bom.clone();
    }

    @Override
    public byte[] bom() {
        return bom.clone();
    }

    /** A new text in UTF-8 without mark: what the journal writes by itself. */
    public static EncodedText utf8(String text) {
        return new EncodedText(text, StandardCharsets.UTF_8, NO_BOM);
    }

    /**
     * Reads the bytes of a file. What it returns encodes back to exactly these bytes.
     *
     * @throws NotTextException when they are no text, or its encoding can only be guessed
     */
    public static EncodedText decode(byte[] bytes) throws NotTextException {
        if (startsWith(bytes, APPLE_DOUBLE) || startsWith(bytes, APPLE_SINGLE)) {
            throw new NotTextException(NotTextException.Reason.APPLE_DOUBLE, 1);
        }
        EncodedText decoded = startsWith(bytes, UTF_16LE_BOM)
                ? marked(bytes, UTF_16LE_BOM, StandardCharsets.UTF_16LE)
                : startsWith(bytes, UTF_16BE_BOM)
                        ? marked(bytes, UTF_16BE_BOM, StandardCharsets.UTF_16BE)
                        : startsWith(bytes, UTF_8_BOM)
                                ? marked(bytes, UTF_8_BOM, StandardCharsets.UTF_8)
                                : unmarked(bytes);
        int nul = decoded.text.indexOf('\0');
        if (nul >= 0) {
            throw new NotTextException(NotTextException.Reason.BINARY, lineOf(decoded.text, nul));
        }
        return decoded;
    }

    /**
     * The bytes of a text in this file's encoding, its mark before it.
     *
     * @throws IllegalArgumentException when the encoding lacks one of its characters: ask {@link #canEncode} first
     */
    public byte[] encode(String text) {
        ByteBuffer body;
        try {
            body = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not every character exists in " + charset, e);
        }
        byte[] bytes = Arrays.copyOf(bom, bom.length + body.remaining());
        body.get(bytes, bom.length, body.remaining());
        return bytes;
    }

    /** Whether this file's encoding has every character of the text; UTF-8 lacks only halves of surrogate pairs. */
    public boolean canEncode(String text) {
        return charset.newEncoder().canEncode(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedText that
                && text.equals(that.text)
                && charset.equals(that.charset)
                && Arrays.equals(bom, that.bom);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + charset.hashCode();
    }

    @Override
    public String toString() {
        return "EncodedText[" + charset + ", " + text.length() + " characters]";
    }

    private static EncodedText marked(byte[] bytes, byte[] bom, Charset charset) throws NotTextException {
        byte[] body = Arrays.copyOfRange(bytes, bom.length, bytes.length);
        return exactly(body, charset, bom).orElseThrow(() -> undecodable(body, charset));
    }

    private static EncodedText unmarked(byte[] bytes) throws NotTextException {
        Optional<EncodedText> utf8 = exactly(bytes, StandardCharsets.UTF_8, NO_BOM);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        int nul = indexOfNul(bytes);
        if (nul >= 0) { // no Korean encoding but UTF-16 has NUL bytes, and that one comes with its mark
            throw new NotTextException(NotTextException.Reason.BINARY, lineOf(bytes, nul));
        }
        return exactly(bytes, Charset.forName(CP949), NO_BOM)
                .filter(EncodedText::looksKorean)
                .orElseThrow(() -> undecodable(bytes, StandardCharsets.UTF_8));
    }

    /** Strict decoding that must give the same bytes back: some encodings have two codes for one character. */
    private static Optional<EncodedText> exactly(byte[] body, Charset charset, byte[] bom) {
        try {
            String text = strict(charset).decode(ByteBuffer.wrap(body)).toString();
            EncodedText decoded = new EncodedText(text, charset, bom);
            byte[] again = decoded.encode(text);
            boolean same = Arrays.equals(again, bom.length, again.length, body, 0, body.length);
            return same ? Optional.of(decoded) : Optional.empty();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** CP949 gives a meaning to most pairs of bytes, so other encodings slip through unless the result reads as Korean. */
    private boolean looksKorean() {
        long foreign = text.chars().filter(c -> c >= 0x80).count();
        long hangul = text.chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
        return hangul * 2 >= foreign;
    }

    private static NotTextException undecodable(byte[] body, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(body.length + 1);
        strict(charset).decode(in, out, true);
        return new NotTextException(NotTextException.Reason.UNDECODABLE, lineOf(out.flip(), out.length()));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static int indexOfNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int lineOf(byte[] bytes, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static int lineOf(CharSequence text, int index) {
        return 1 + (int) text.chars().limit(index).filter(c -> c == '\n').count();
    }
}
