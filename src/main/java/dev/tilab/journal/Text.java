package dev.tilab.journal;

import java.text.Normalizer;

/** Small helpers on text that a person wrote. */
final class Text {

    private Text() {}

    /** The text as a database column takes it: PostgreSQL refuses the NUL character. The bytes keep it. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    /** macOS writes Hangul in pieces, which looks the same. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether the text holds what no file can: half of a surrogate pair, or the NUL character. */
    static boolean broken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
