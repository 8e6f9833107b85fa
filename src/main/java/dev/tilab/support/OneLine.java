package dev.tilab.support;

/** Text that a person wrote, where there is room for one line of it. */
public final class OneLine {

    private OneLine() {}

    /** The text with every white space as one blank. */
    public static String of(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The same in at most {@code max} characters, cut between code points, with an ellipsis where cut. */
    public static String of(String text, int max) {
        String line = of(text);
        if (line.length() <= max) {
            return line;
        }
        int end = max - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }
}
