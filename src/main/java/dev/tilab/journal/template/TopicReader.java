package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the topics of a section. A topic starts at {@code 주제}, or where no line has that word at the shallowest heading (a
 * line in bold type counts as the deepest); what stands before the first start is a topic without title.
 */
final class TopicReader {
    private static final int BOLD = 7;

    private final Lines lines;
    private final Blocks blocks;
    private final Outline outline;
    private final Outline.Part part;
    private final boolean korean;

    private TopicReader(Outline outline, Outline.Part part, boolean korean) {
        this.lines = outline.lines;
        this.blocks = outline.blocks;
        this.outline = outline;
        this.part = part;
        this.korean = korean;
    }

    static Container<Item.Topic> read(Outline outline, Outline.Part part, boolean korean) {
        return new TopicReader(outline, part, korean).read();
    }

    /** Whether a heading is that of a topic, {@code #### 주제 1: …}. */
    static boolean isTopic(Folded line, Heading heading) {
        ItemLabel label = ItemLabel.of(line, heading.start(), heading.end(), ItemLabel.TOPIC);
        return label != null && isTopic(label, heading, null, line);
    }

    /** The text before the first section as one topic without title; its lines may stand before and behind the date line. */
    static Container<Item.Topic> preamble(Outline outline) {
        Lines lines = outline.lines;
        List<Place> places = new ArrayList<>();
        int end = outline.headEnd();
        int from = 0;
        while (from < end) {
            boolean kept = outline.ofHead(from);
            int to = from + 1;
            while (!kept && to < end && !outline.ofHead(to)) {
                to++;
            }
            Place place = kept ? null : Place.body(lines, null, from, to, Place.Anchor.below(from - 1));
            if (place != null && !place.isEmpty()) {
                places.add(place);
            }
            from = to;
        }
        List<Item.Topic> items = places.isEmpty()
                ? List.of()
                : List.of(new Item.Topic(lines, 0, end, null, new Joined(places, Joined.PARAGRAPHS)));
        return new Container<>(end - 1, items, null);
    }

    private Container<Item.Topic> read() {
        List<Header> headers = headers();
        List<Item.Topic> items = new ArrayList<>();
        int from = part.heading() + 1;
        int first = headers.isEmpty() ? part.end() : headers.get(0).line();
        Place leading = Place.body(lines, part.inline(), from, first, Place.Anchor.below(part.heading()));
        if (!leading.isEmpty()) {
            items.add(new Item.Topic(
                    lines,
                    part.inline() != null ? from : firstVisible(from),
                    first,
                    null,
                    new Joined(List.of(leading), Joined.PARAGRAPHS)));
        }
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            int end = i + 1 < headers.size() ? headers.get(i + 1).line() : part.end();
            Place body = Place.body(lines, null, header.end() + 1, end, Place.Anchor.below(header.end()));
            items.add(new Item.Topic(lines, header.line(), end, header, new Joined(List.of(body), Joined.PARAGRAPHS)));
        }
        return new Container<>(
                part.heading(),
                items,
                headers.isEmpty() ? style() : headers.get(0).style());
    }

    /** How the template writes topics of a section with this heading. */
    private Style style() {
        int level = part.level() == 0 ? 4 : Math.min(6, part.level() + 1);
        return Style.numbered("#".repeat(level) + (korean ? " 주제 " : " Topic "), true);
    }

    private int firstVisible(int from) {
        int i = from;
        while (i < part.end() && lines.isBlank(i)) {
            i++;
        }
        return i;
    }

    private List<Header> headers() {
        List<Header> headings = new ArrayList<>();
        List<Header> plain = new ArrayList<>();
        List<Header> bullets = new ArrayList<>();
        int shallowest = BOLD + 1;
        for (int i = part.heading() + 1; i < part.end(); i++) {
            Folded line = lines.folded(i);
            if (!blocks.readable(i) || line.isBlank()) {
                continue;
            }
            Heading heading = outline.headingAt(i);
            Bullet bullet = heading == null ? Bullet.of(line) : null;
            int start = heading != null ? heading.start() : bullet != null ? bullet.end() : line.skipSpaces(0);
            int end = heading != null ? heading.end() : Heading.trimmedEnd(line, 0, line.length());
            ItemLabel label = ItemLabel.of(line, start, end, ItemLabel.TOPIC);
            if (label != null && isTopic(label, heading, bullet, line)) {
                List<Header> found = heading != null ? headings : bullet != null ? bullets : plain;
                found.add(Header.of(outline, i, label, label.start(), label.end(), true));
            }
            shallowest = blocks.open(i) ? Math.min(shallowest, level(line, outline.opener(part, i))) : shallowest;
        }
        if (!headings.isEmpty()) {
            return headings;
        }
        return !plain.isEmpty() ? plain : !bullets.isEmpty() ? bullets : unlabelled(shallowest);
    }

    /** Whether a line with such a label begins a topic. */
    static boolean isTopic(ItemLabel label, Heading heading, Bullet bullet, Folded line) {
        if (heading != null) {
            return label.separated() || label.numbered() || label.start() == label.end();
        }
        boolean outermost = line.skipSpaces(0) <= 1;
        return outermost
                && (bullet != null
                        ? label.colon() && label.numbered()
                        : label.colon() || isBold(line) && label.separated());
    }

    private List<Header> unlabelled(int level) {
        List<Header> found = new ArrayList<>();
        for (int i = part.heading() + 1; level <= BOLD && i < part.end(); i++) {
            Folded line = lines.folded(i);
            Heading heading = outline.opener(part, i);
            if (blocks.open(i) && level(line, heading) == level) {
                int start = heading != null ? heading.start() : line.skipSpaces(0);
                int end = heading != null ? heading.end() : Heading.trimmedEnd(line, 0, line.length());
                boolean bold = isBold(line, start, end);
                found.add(Header.of(outline, i, null, bold ? start + 2 : start, bold ? end - 2 : end, true));
            }
        }
        return found;
    }

    private static int level(Folded line, Heading heading) {
        return heading != null ? heading.level() : isBold(line) ? BOLD : BOLD + 1;
    }

    private static boolean isBold(Folded line) {
        return line.skipSpaces(0) == 0 && isBold(line, 0, Heading.trimmedEnd(line, 0, line.length()));
    }

    /** Whether all of it is one run of bold type. */
    private static boolean isBold(Folded line, int start, int end) {
        if (end - start < 5 || !line.startsWith("**", start) || !line.startsWith("**", end - 2)) {
            return false;
        }
        for (int i = start + 2; i < end - 2; i++) {
            if (line.at(i) == '*') {
                return false;
            }
        }
        return line.at(start + 2) != ' ';
    }
}
