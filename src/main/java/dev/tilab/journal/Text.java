package dev.tilab.journal;

/** Small helpers on text that a person wrote. */
final class Text {

    private Text() {}

    /** The text as a database column takes it: PostgreSQL refuses the NUL character. The bytes keep it. */
    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    /** {@code \n} as line end, no blank lines at the beginning and the end, as {@code DayFields} wants its texts. */
    static String tidy(String text) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        int first = 0;
        int last = lines.length;
        while (first < last && lines[first].isBlank()) {
            first++;
        }
        while (last > first && lines[last - 1].isBlank()) {
            last--;
        }
        return String.join("\n", java.util.Arrays.asList(lines).subList(first, last));
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
