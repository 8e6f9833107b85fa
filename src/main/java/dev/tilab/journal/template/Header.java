package dev.tilab.journal.template;

/**
 * The first line of an item: its number and its words.
 *
 * @param line index of the line
 * @param end index of its last line: the one that underlines it, or the same
 * @param number where its number stands, or null
 * @param words the title or problem on this line
 * @param style how another such line is written
 */
record Header(int line, int end, Row number, Place words, Style style) {

    /** The header with these words in the folded line; {@code label} is null when nothing of the template stands before them. */
    static Header of(Outline outline, int line, ItemLabel label, int start, int end, boolean spaced) {
        Header header = of(outline.lines, line, label, start, end, spaced);
        int last = outline.headingEnd(line);
        return last == line
                ? header
                : header.underlined(last, outline.headingAt(line).level());
    }

    private static Header of(Lines lines, int line, ItemLabel label, int start, int end, boolean spaced) {
        Folded folded = lines.folded(line);
        String content = lines.content(line);
        int last = Heading.trimmedEnd(folded, start, end);
        Row words = last > start ? new Row(line, folded.originalStart(start), folded.originalEnd(last - 1)) : null;
        boolean numbered = label != null && label.numbered();
        Row number = !numbered
                ? null
                : new Row(line, folded.originalStart(label.numberStart()), folded.originalEnd(label.numberEnd() - 1));
        int column = words == null
                ? Math.min(content.length(), content.stripTrailing().length())
                : words.from();
        String glue = label == null || label.separated() ? " " : ": ";
        String before = content.substring(0, numbered ? number.from() : column);
        String middle = numbered ? content.substring(number.to(), Math.max(number.to(), column)) : "";
        if (label != null && !label.separated()) {
            middle = numbered ? ": " : "";
            before = numbered ? before : before.stripTrailing() + ": ";
        }
        String after = words == null ? "" : content.substring(words.to()).stripTrailing();
        Place place = Place.inline(lines, words, new Place.Anchor(line, column, glue));
        return new Header(line, line, number, place, new Style(before, middle, after, numbered, spaced));
    }

    /** The same with a line below its words that makes them a heading; the next one is written with hashes. */
    private Header underlined(int row, int level) {
        String before = "#".repeat(level) + " " + style.before();
        return new Header(
                line,
                row,
                number,
                words,
                new Style(before, style.middle(), style.after(), style.numbered(), style.spaced()));
    }

    /** Whether its line can say these words and still be a header: above a row of hyphens not everything is a heading. */
    private boolean canSay(String said, Lines lines) {
        String content = lines.content(line);
        String before = words.row() == null
                ? content.stripTrailing() + " "
                : content.substring(0, words.row().from());
        return end == line || Underline.takes(before + said);
    }

    /** Writes other words on its line; where they would not be a heading there, one with hashes. */
    void write(String said, Draft draft) {
        if (said.equals(words.value()) || canSay(said, draft.lines())) {
            words.write(said, draft);
            return;
        }
        draft.patch(line, 0, draft.lines().content(line).length(), style.line(numberIn(draft.lines()), said));
        draft.delete(end);
    }

    /** The number, or 0 without one. */
    int numberIn(Lines lines) {
        if (number == null) {
            return 0;
        }
        String digits = Folded.of(lines.content(line).substring(number.from(), number.to()))
                .text();
        return digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }
}
