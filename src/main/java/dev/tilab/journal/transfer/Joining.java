package dev.tilab.journal.transfer;

/** Puts a file's text behind the text of a day. */
final class Joining {

    private Joining() {}

    /** Whether the day says all of it already, whatever ends its lines. */
    static boolean holds(String day, String added) {
        String text = plain(added).strip();
        return text.isEmpty() || plain(day).contains(text);
    }

    static String of(String day, String added) {
        String text = plain(day);
        return text + (text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n") + plain(added);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
