package dev.tilab.journal.template;

import java.util.Arrays;

/** A text as lines, each with the line end that it has: {@code \n}, {@code \r\n}, {@code \r} or, for the last, none. */
final class Lines {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final int size;
    private final Folded[] folded;

    private Lines(String text, int[] starts, int[] ends, int size) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.size = size;
        this.folded = new Folded[size];
    }

    static Lines of(String text) {
        int[] starts = new int[64];
        int[] ends = new int[64];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (size + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, size * 2 + 2);
                ends = Arrays.copyOf(ends, size * 2 + 2);
            }
            starts[size] = at;
            ends[size] = end;
            size++;
            boolean crlf = text.startsWith("\r\n", end);
            at = end == text.length() ? end : end + (crlf ? 2 : 1);
            starts[size] = at;
        }
        return new Lines(text, starts, ends, size);
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    /** Where the line starts in the text; of {@link #size()} the text's length. */
    int start(int line) {
        return line == size ? text.length() : starts[line];
    }

    /** The line without its line end. */
    String content(int line) {
        return text.substring(starts[line], ends[line]);
    }

    String eol(int line) {
        return text.substring(ends[line], starts[line + 1]);
    }

    /** The line's shadow, on which words are recognised. */
    Folded folded(int line) {
        if (folded[line] == null) {
            folded[line] = Folded.of(content(line));
        }
        return folded[line];
    }

    /** Whether nothing can be seen in the line. */
    boolean isBlank(int line) {
        return folded(line).isBlank();
    }

    /** The line end that most lines have. */
    String usualEol() {
        int lf = 0;
        int crlf = 0;
        int cr = 0;
        for (int i = 0; i < size; i++) {
            switch (eol(i)) {
                case "\n" -> lf++;
                case "\r\n" -> crlf++;
                case "\r" -> cr++;
                default -> {}
            }
        }
        return crlf > lf && crlf >= cr ? "\r\n" : cr > lf ? "\r" : "\n";
    }
}
