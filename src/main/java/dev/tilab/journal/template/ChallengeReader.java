package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads challenges. One starts at {@code 도전 과제}; where no line has such words at the shallowest heading, or else at every
 * outermost bullet; a text that is none of these is one challenge. How it was solved stands behind {@code 해결 방법} or an
 * arrow, or without these in the nested bullets, or under the heading.
 */
final class ChallengeReader {
    private final Lines lines;
    private final Blocks blocks;
    private final Outline outline;
    private final Outline.Part part;
    private final boolean korean;

    private ChallengeReader(Outline outline, Outline.Part part, boolean korean) {
        this.lines = outline.lines;
        this.blocks = outline.blocks;
        this.outline = outline;
        this.part = part;
        this.korean = korean;
    }

    static Container<Item.Challenge> read(Outline outline, Outline.Part part, boolean korean) {
        return new ChallengeReader(outline, part, korean).read();
    }

    private Container<Item.Challenge> read() {
        List<Header> headers = labelled();
        if (headers.isEmpty()) {
            headers = headings();
        }
        if (headers.isEmpty()) {
            headers = bullets();
        }
        List<Item.Challenge> items = new ArrayList<>();
        int from = part.heading() + 1;
        int first = headers.isEmpty() ? part.end() : headers.get(0).line();
        int visible = from;
        while (visible < first && lines.isBlank(visible)) {
            visible++;
        }
        if (part.inline() != null || Place.lastVisible(lines, visible, first) > visible) {
            items.add(item(null, part.inline() != null ? from : visible, visible, first));
        }
        for (int i = 0; i < headers.size(); i++) {
            int line = headers.get(i).line();
            int end = i + 1 < headers.size() ? headers.get(i + 1).line() : part.end();
            items.add(item(headers.get(i), line, headers.get(i).end() + 1, end));
        }
        Style style = headers.isEmpty()
                ? Style.numbered(korean ? "- 도전 과제 " : "- Challenge ", false)
                : headers.get(0).style();
        return new Container<>(part.heading(), items, style);
    }

    private Item.Challenge item(Header header, int from, int below, int end) {
        boolean heading = header != null && outline.headingAt(header.line()) != null;
        boolean bulleted = header != null && !heading && Bullet.of(lines.folded(header.line())) != null;
        int labelled = solutionLine(below, end);
        int start = labelled;
        if (start < 0 && header != null && header.words().value().isEmpty()) {
            start = end; // the words of an empty header stand below it
        } else if (start < 0) {
            start = heading ? below : bulleted ? nestedBullet(header.line(), below, end) : end;
        }
        Row inline = header == null ? part.inline() : header.words().row();
        Place.Anchor anchor = header == null
                ? Place.Anchor.below(part.heading())
                : header.words().anchor();
        String indent = header == null ? "" : header.style().indent();
        Place problem = Place.item(lines, inline, below, Math.min(start, end), anchor, indent);
        Place solution = labelled >= 0
                ? labelledSolution(labelled, end)
                : start < end || heading
                        ? Place.item(lines, null, start, end, Place.Anchor.below(start - 1), indent)
                        : null;
        return new Item.Challenge(lines, from, end, header, problem, solution);
    }

    private Place labelledSolution(int line, int end) {
        Folded folded = lines.folded(line);
        Heading heading = solutionHeading(line);
        int start = solutionStart(line);
        int last = Heading.trimmedEnd(folded, start, folded.length());
        Row inline = start < last ? new Row(line, folded.originalStart(start), folded.originalEnd(last - 1)) : null;
        String content = lines.content(line);
        int column = inline == null ? content.stripTrailing().length() : inline.from();
        String glue = column > 0 && Character.isLetter(content.charAt(column - 1)) ? ": " : " ";
        Bullet bullet = Bullet.of(folded);
        String indent =
                " ".repeat(heading != null ? 0 : bullet == null ? folded.skipSpaces(0) + 2 : bullet.indent() + 2);
        int below = heading == null ? line : outline.headingEnd(line);
        return Place.item(
                lines, inline, below + 1, end, new Place.Anchor(below, heading != null ? -1 : column, glue), indent);
    }

    private int solutionLine(int from, int end) {
        for (int i = from; i < end; i++) {
            if (blocks.readable(i) && solutionStart(i) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where what follows {@code 해결 방법:} or an arrow starts, or -1. */
    private int solutionStart(int index) {
        Folded line = lines.folded(index);
        Heading heading = solutionHeading(index);
        Bullet bullet = heading == null ? Bullet.of(line) : null;
        int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
        int end = heading != null ? heading.end() : Heading.trimmedEnd(line, 0, line.length());
        for (String arrow : List.of("→", "->", "=>", "➡")) {
            int after = start + arrow.length();
            if (line.startsWith(arrow, start) && (after >= line.length() || line.at(after) == ' ')) {
                return line.skipSpaces(after);
            }
        }
        ItemLabel label = start >= end ? null : ItemLabel.of(line, start, end, ItemLabel.SOLUTION);
        boolean counts = label != null
                && (label.colon()
                        || (label.numbered() && label.separated())
                        || (!label.separated() && label.start() >= label.end()));
        return counts ? label.start() : -1;
    }

    /** The heading that a solution can stand below; words behind a label's colon stand above a rule instead. */
    private Heading solutionHeading(int line) {
        Heading heading = outline.headingAt(line);
        if (heading == null || outline.headingEnd(line) == line) {
            return heading;
        }
        Label label = Label.of(lines.folded(line), heading.start(), heading.end());
        return label.colon() && label.valueStart() < heading.end() ? null : heading;
    }

    private int nestedBullet(int header, int from, int end) {
        int indent = lines.folded(header).skipSpaces(0);
        for (int i = from; i < end; i++) {
            Bullet bullet = blocks.readable(i) ? Bullet.of(lines.folded(i)) : null;
            if (bullet != null && bullet.indent() > indent) {
                return i;
            }
        }
        return end;
    }

    private List<Header> labelled() {
        List<Header> found = new ArrayList<>();
        for (int i = part.heading() + 1; i < part.end(); i++) {
            Folded line = lines.folded(i);
            if (!blocks.readable(i) || line.isBlank()) {
                continue;
            }
            Heading heading = outline.headingAt(i);
            Bullet bullet = heading == null ? Bullet.of(line) : null;
            int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
            int end = heading != null ? heading.end() : Heading.trimmedEnd(line, 0, line.length());
            ItemLabel label = ItemLabel.of(line, start, end, ItemLabel.CHALLENGE);
            if (label == null || (heading == null && line.skipSpaces(0) > 1)) {
                continue;
            }
            boolean whole = label.start() >= label.end();
            boolean counts = heading != null
                    ? label.separated() || label.numbered() || whole
                    : label.colon() || (label.numbered() && (label.separated() || whole));
            if (counts) {
                found.add(Header.of(outline, i, label, label.start(), label.end(), heading != null));
            }
        }
        return found;
    }

    private List<Header> headings() {
        int shallowest = 7;
        for (int i = part.heading() + 1; i < part.end(); i++) {
            shallowest = isProblemHeading(i)
                    ? Math.min(shallowest, outline.headingAt(i).level())
                    : shallowest;
        }
        List<Header> found = new ArrayList<>();
        for (int i = part.heading() + 1; shallowest < 7 && i < part.end(); i++) {
            Heading heading = isProblemHeading(i) ? outline.headingAt(i) : null;
            if (heading != null && heading.level() == shallowest) {
                found.add(Header.of(outline, i, null, heading.start(), heading.end(), true));
            }
        }
        return found;
    }

    private boolean isProblemHeading(int line) {
        return blocks.open(line) && outline.opener(part, line) != null && solutionStart(line) < 0;
    }

    /** Every outermost bullet, when the text is a list: no paragraph of its own stands between. */
    private List<Header> bullets() {
        List<Header> found = new ArrayList<>();
        boolean blankBefore = true;
        if (part.inline() != null) {
            return found;
        }
        int last = Place.lastVisible(lines, part.heading() + 1, part.end());
        for (int i = part.heading() + 1; i < last; i++) {
            Folded line = lines.folded(i);
            if (line.isBlank()) {
                blankBefore = true;
                continue;
            }
            Bullet bullet = blocks.fenced(i) && found.isEmpty() ? null : Bullet.of(line);
            boolean outermost = line.skipSpaces(0) <= 1 && !blocks.fenced(i);
            if (outermost && bullet == null && blankBefore) {
                return List.of();
            }
            if (outermost && bullet != null && blocks.readable(i) && solutionStart(i) < 0) {
                found.add(Header.of(outline, i, null, bullet.end(), line.length(), false));
            }
            blankBefore = false;
        }
        return found;
    }
}
