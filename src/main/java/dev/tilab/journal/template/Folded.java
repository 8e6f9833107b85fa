package dev.tilab.journal.template;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The shadow of a line: composed (NFC), every kind of space a plain space, invisible characters gone, full-width signs and
 * the many hyphens and tildes as their ASCII twins, lower case. Words are looked for here; each character knows which part of
 * the original it stands for, so what is found can be cut out of the original.
 */
final class Folded {
    private final char[] chars;
    /** Where each character's original starts and ends; null when every character stands for itself. */
    private final int[] from;

    private final int[] to;
    private final int length;
    private Heading heading;
    private boolean headingKnown;

    private Folded(char[] chars, int[] from, int[] to, int length) {
        this.chars = chars;
        this.from = from;
        this.to = to;
        this.length = length;
    }

    static Folded of(String original) {
        char[] simple = original.toCharArray();
        for (int i = 0; i < simple.length; i++) {
            char c = simple[i];
            if (c >= 0x80 && (c < 0xAC00 || c > 0xD7A3) && !(c >= 0x4E00 && c < 0xA000)) {
                return mapped(original);
            }
            simple[i] = c < 0x80 ? fold(c) : c;
        }
        return new Folded(simple, null, null, simple.length);
    }

    private static Folded mapped(String original) {
        Builder out = new Builder(original.length());
        int at = 0;
        while (at < original.length()) {
            int end = at + Character.charCount(original.codePointAt(at));
            while (end < original.length() && joinsPrevious(original.charAt(end))) {
                end++;
            }
            if (end - at == 1) {
                out.add(original.charAt(at), at, end);
            } else {
                String cluster = original.substring(at, end);
                String composed = Normalizer.isNormalized(cluster, Normalizer.Form.NFC)
                        ? cluster
                        : Normalizer.normalize(cluster, Normalizer.Form.NFC);
                boolean sameLength = composed.length() == cluster.length();
                for (int i = 0; i < composed.length(); i++) {
                    out.add(composed.charAt(i), sameLength ? at + i : at, sameLength ? at + i + 1 : end);
                }
                out.extend(end);
            }
            at = end;
        }
        return new Folded(out.chars, out.from, out.to, out.length);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return index < length ? chars[index] : '\0';
    }

    String text() {
        return new String(chars, 0, length);
    }

    String text(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** Where the character's original starts; of {@link #length()} and beyond, where the last one's original ends. */
    int originalStart(int index) {
        if (from == null) {
            return Math.min(index, length);
        }
        return index < length ? from[index] : length == 0 ? 0 : to[length - 1];
    }

    int originalEnd(int index) {
        return to == null ? index + 1 : to[index];
    }

    /** The original without the spaces and invisible characters around it. */
    static String trimmed(String original) {
        if (!original.isEmpty() && isInk(original.charAt(0)) && isInk(original.charAt(original.length() - 1))) {
            return original;
        }
        Folded folded = of(original);
        int start = folded.skipSpaces(0);
        int end = Heading.trimmedEnd(folded, start, folded.length);
        return start == end ? "" : original.substring(folded.originalStart(start), folded.originalEnd(end - 1));
    }

    /** The heading that the line is, or null. */
    Heading heading() {
        if (!headingKnown) {
            heading = Heading.of(this);
            headingKnown = true;
        }
        return heading;
    }

    boolean isBlank() {
        return skipSpaces(0) == length;
    }

    int skipSpaces(int index) {
        int i = index;
        while (i < length && chars[i] == ' ') {
            i++;
        }
        return i;
    }

    boolean startsWith(String prefix, int index) {
        if (index + prefix.length() > length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (chars[index + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean contains(String wanted) {
        char first = wanted.charAt(0);
        for (int i = indexOf(first, 0); i >= 0; i = indexOf(first, i + 1)) {
            if (startsWith(wanted, i)) {
                return true;
            }
        }
        return false;
    }

    int indexOf(char wanted, int start) {
        for (int i = start; i < length; i++) {
            if (chars[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isInk(char c) {
        return (c > ' ' && c < 0x7F) || (c >= 0xAC00 && c <= 0xD7A3);
    }

    /** Combining marks and the vowels and tails of decomposed Hangul. */
    private static boolean joinsPrevious(char c) {
        if (c < 0x300) {
            return false;
        }
        if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0x200D; // what joins an emoji belongs to it
    }

    private static boolean isInvisible(char c) {
        return (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xFEFF
                || c == 0x00AD
                || (c >= 0xFE00 && c <= 0xFE0F);
    }

    private static char fold(char c) {
        if (c < 0x80) {
            return c == '\t' || c == '\f' || c == 0x0B ? ' ' : Character.toLowerCase(c);
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        return switch (c) {
            case 0x2800, 0x3164, 0x1680, 0x202F, 0x205F, 0x3000, 0x00A0, 0x2028, 0x2029, 0x0085 -> ' ';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
            case 0x301C, 0x223C -> '~';
            default -> c >= 0x2000 && c <= 0x200A ? ' ' : Character.toLowerCase(c);
        };
    }

    private static final class Builder {
        private char[] chars;
        private int[] from;
        private int[] to;
        private int length;

        Builder(int capacity) {
            chars = new char[capacity];
            from = new int[capacity];
            to = new int[capacity];
        }

        /** What is invisible inside a visible character is cut out with it. */
        void extend(int end) {
            if (length > 0) {
                to[length - 1] = Math.max(to[length - 1], end);
            }
        }

        void add(char c, int start, int end) {
            if (isInvisible(c)) {
                return;
            }
            if (length == chars.length) { // composition can lengthen a text in rare scripts
                chars = Arrays.copyOf(chars, length * 2 + 4);
                from = Arrays.copyOf(from, length * 2 + 4);
                to = Arrays.copyOf(to, length * 2 + 4);
            }
            chars[length] = fold(c);
            from[length] = start;
            to[length] = end;
            length++;
        }
    }
}
