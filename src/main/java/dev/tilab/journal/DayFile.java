package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.EncodedText;
import dev.tilab.journal.template.NotTextException;
import dev.tilab.journal.template.OwnNames;
import dev.tilab.journal.template.TilDocument;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** A day's file that has been read: its bytes and what they say. */
final class DayFile {

    private final byte[] bytes;
    private final OwnNames names;
    private final EncodedText encoded;
    private final TilDocument document;

    private DayFile(byte[] bytes, EncodedText encoded, TilDocument document, OwnNames names) {
        if (bytes.length > Limits.FILE_BYTES) {
            throw new TooLargeException(Limits.FILE_BYTES, bytes.length);
        }
        this.bytes = bytes;
        this.names = names;
        this.encoded = encoded;
        this.document = document;
    }

    /**
     * @throws NotTextException when the bytes are not text
     * @throws TooLargeException when there are too many of them
     */
    static DayFile read(byte[] bytes, OwnNames names) throws NotTextException {
        if (bytes.length > Limits.FILE_BYTES) {
            throw new TooLargeException(Limits.FILE_BYTES, bytes.length);
        }
        EncodedText encoded = EncodedText.decode(bytes);
        return new DayFile(bytes, encoded, TilDocument.parse(encoded.text(), names), names);
    }

    /** A new day in the template of the language. */
    static DayFile written(DayFields fields, Locale language, OwnNames names) {
        return utf8(TilDocument.blank(fields.date(), language, names).with(fields), names);
    }

    /** A new day whose text somebody wrote as it stands. */
    static DayFile written(String text, OwnNames names) {
        return utf8(TilDocument.parse(text, names), names);
    }

    private static DayFile utf8(TilDocument document, OwnNames names) {
        EncodedText encoded = EncodedText.utf8(document.text());
        return new DayFile(encoded.encode(encoded.text()), encoded, document, names);
    }

    /**
     * The file with what differs changed, in its own encoding; in UTF-8 where that cannot write what was added. This very
     * file when nothing differs.
     *
     * @param edited {@code date} null where the text is not to say one
     */
    DayFile with(DayFields edited) {
        return saying(document.with(edited));
    }

    /** The file with another text, encoded as {@link #with} says. This very file when the text is the same. */
    DayFile with(String text) {
        return text.equals(encoded.text()) ? this : saying(TilDocument.parse(text, names));
    }

    private DayFile saying(TilDocument changed) {
        String text = changed.text();
        if (text.equals(encoded.text())) {
            return this;
        }
        if (encoded.canEncode(text)) {
            byte[] same = encoded.encode(text);
            if (readsAs(same, text)) {
                return new DayFile(same, new EncodedText(text, encoded.charset(), encoded.bom()), changed, names);
            }
        }
        return utf8(changed, names);
    }

    /** A few bytes of one encoding can be read as another one by accident; then they must not be saved. */
    private static boolean readsAs(byte[] bytes, String text) {
        try {
            return EncodedText.decode(bytes).text().equals(text);
        } catch (NotTextException unreadable) {
            return false;
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean hasBytes(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    String text() {
        return encoded.text();
    }

    Charset charset() {
        return encoded.charset();
    }

    /** By which it was read, beside those of the template. */
    OwnNames names() {
        return names;
    }

    TilDocument document() {
        return document;
    }

    /** The last day that the text says, when it begins with the given one. */
    LocalDate endDate(LocalDate date) {
        return document.date()
                .filter(date::equals)
                .flatMap(same -> document.endDate())
                .orElse(null);
    }
}
