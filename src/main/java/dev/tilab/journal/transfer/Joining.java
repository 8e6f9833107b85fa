package dev.tilab.journal.transfer;

import dev.tilab.journal.template.Slice;
import dev.tilab.journal.template.TilDocument;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Puts a file's text behind the text of a day. A second title and a second date amid a day would be headings of nothing: the
 * template's title and the day's own date are left out, and what else the head of a file says goes along as plain lines.
 */
final class Joining {

    private Joining() {}

    /** Whether the day says all of it already, whatever ends its lines. */
    static boolean holds(String text, TilDocument added, LocalDate day) {
        String more = plain(withoutHead(added, day)).strip();
        return more.isEmpty() || plain(text).contains(more);
    }

    static String of(String day, TilDocument added, LocalDate date) {
        String text = plain(day);
        return text
                + (text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n")
                + plain(withoutHead(added, date));
    }

    private static String withoutHead(TilDocument added, LocalDate day) {
        boolean sameDay = added.date().equals(Optional.of(day))
                && added.endDate().isEmpty()
                && added.dayNote().isBlank();
        StringBuilder head = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (Slice slice : added.slices()) {
            switch (slice.kind()) {
                case TITLE ->
                    head.append(
                            !added.title().isEmpty() && slice.text().contains(added.title())
                                    ? "**" + added.title() + "**\n\n"
                                    : "");
                case DATE -> head.append(sameDay ? "" : asItems(slice.text()));
                case PROPERTY -> head.append(asItems(slice.text()));
                default -> body.append(slice.text());
            }
        }
        String rest = plain(body.toString()).replaceFirst("^\n+", "");
        return head + (head.isEmpty() || head.toString().endsWith("\n\n") ? "" : "\n") + rest;
    }

    /** Each line with words as one of a list: neither a heading, nor a rule, nor the day's own date. */
    private static String asItems(String lines) {
        StringBuilder items = new StringBuilder();
        for (String line : plain(lines).split("\n")) {
            String words = line.strip().replaceFirst("^#+\\s*", "");
            if (!words.isEmpty() && !words.matches("[-=]+")) {
                items.append("- ").append(words).append('\n');
            }
        }
        return items.toString();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
