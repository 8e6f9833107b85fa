package dev.tilab.journal.template;

import java.util.Set;

/**
 * The line that says which day it is.
 *
 * @param line its index
 * @param span its date, or null when it is not filled in
 * @param note what stands behind the date
 */
record DateLine(int line, DateSpan span, String note) {

    private static final Set<String> LABELS = Set.of("날짜", "일자", "date");
    /** A date stands in a text's first lines; further down it is a date that the text speaks of. */
    private static final int FIRST_LINES = 15;

    /**
     * The date line among the lines before the first section: the first with a whole date, else the first with the label, else
     * null.
     */
    static DateLine find(Lines lines, Blocks blocks, int end) {
        DateLine incomplete = null;
        int seen = 0;
        for (int i = 0; i < end && seen < FIRST_LINES; i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            seen++;
            DateLine found = blocks.readable(i) ? of(lines, i, seen) : null;
            if (found != null && found.span != null) {
                return found;
            }
            incomplete = incomplete == null ? found : incomplete;
        }
        return incomplete;
    }

    /** A date anywhere in a property, a heading or the title of the head; null without one. */
    static DateSpan guess(Outline outline) {
        int seen = 0;
        for (int i = 0; i < outline.headEnd() && seen < FIRST_LINES; i++) {
            boolean asked = outline.property[i]
                    || i == outline.title
                    || outline.lines.folded(i).heading() != null;
            DateSpan span = asked && outline.blocks.readable(i) ? DateSpan.in(outline.lines.folded(i)) : null;
            if (span != null) {
                return span;
            }
            seen += outline.lines.isBlank(i) ? 0 : 1;
        }
        return null;
    }

    /** Whether the line is a label for a date, with or without one. */
    static boolean isLabelled(Folded line) {
        return labelled(line) >= 0;
    }

    /** Whether the line is a heading that starts with a whole date. */
    static boolean isDatedHeading(Folded line) {
        Heading heading = line.heading();
        return heading != null && DateSpan.at(line, decorationEnd(line, heading.start())) != null;
    }

    private static DateLine of(Lines lines, int index, int seen) {
        Folded line = lines.folded(index);
        int value = labelled(line);
        if (value >= 0) {
            return made(lines, index, DateSpan.at(line, decorationEnd(line, value)));
        }
        Heading heading = line.heading();
        if (heading != null) {
            int start = afterTitle(line, heading);
            DateSpan span = DateSpan.at(line, decorationEnd(line, start));
            return span == null ? null : made(lines, index, span);
        }
        if (seen <= 3 && Bullet.of(line) == null) {
            DateSpan span = DateSpan.at(line, decorationEnd(line, 0));
            return span != null && standsAlone(line, span.end()) ? made(lines, index, span) : null;
        }
        return null;
    }

    /** Where the value behind {@code 날짜:} starts, or -1: prose that begins with the word has no colon behind it. */
    private static int labelled(Folded line) {
        Heading heading = line.heading();
        Bullet bullet = Bullet.of(line);
        int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
        int end = heading != null ? heading.end() : line.length();
        Label label = Label.of(line, start, end);
        if (label.colon()) {
            return LABELS.contains(label.words()) ? label.valueStart() : -1;
        }
        if (heading == null) {
            return -1;
        }
        if (LABELS.contains(label.words())) {
            return end;
        }
        int word = decorationEnd(line, start);
        for (String name : LABELS) {
            if (line.startsWith(name, word) && line.at(word + name.length()) == ' ') {
                int value = line.skipSpaces(word + name.length());
                return DateSpan.isDigit(line.at(value)) ? value : -1;
            }
        }
        return -1;
    }

    /** {@code # TIL 2025-03-06}. */
    private static int afterTitle(Folded line, Heading heading) {
        for (int i = heading.start(); i < heading.end(); i++) {
            if (DateSpan.isDigit(line.at(i))) {
                return Role.isTitle(Label.of(line, heading.start(), i)) ? i : heading.start();
            }
        }
        return heading.start();
    }

    private static int decorationEnd(Folded line, int start) {
        int at = start;
        while (at < line.length() && !Character.isLetterOrDigit(line.at(at))) {
            at++;
        }
        return at;
    }

    /** Nothing but a weekday or decoration follows. */
    private static boolean standsAlone(Folded line, int end) {
        int words = 0;
        for (int i = end; i < line.length(); i++) {
            if (Label.isWord(line.at(i))) {
                words++;
            }
        }
        return words <= 9;
    }

    private static DateLine made(Lines lines, int index, DateSpan span) {
        if (span == null) {
            return new DateLine(index, null, "");
        }
        Folded line = lines.folded(index);
        Heading heading = line.heading();
        int start = line.skipSpaces(span.end());
        int end = heading != null ? heading.end() : Heading.trimmedEnd(line, 0, line.length());
        String note = start >= end
                ? ""
                : lines.content(index).substring(line.originalStart(start), line.originalEnd(end - 1));
        return new DateLine(index, span, note.equals("**") ? "" : note);
    }
}
