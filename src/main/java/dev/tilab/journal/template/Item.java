package dev.tilab.journal.template;

/** One item of a list (topic, challenge, reference) and the lines that it stands on. */
abstract class Item {
    /** Its first line. */
    final int from;
    /** The line after its last visible one. */
    final int contentEnd;
    /** The line after the blank lines behind it. */
    final int end;

    Item(Lines lines, int from, int end) {
        this.from = from;
        this.end = end;
        this.contentEnd = Math.max(Math.min(from + 1, end), Place.lastVisible(lines, from, end));
    }

    /** Whether it says nothing: an empty or unfilled line of the template, which a new item may take over. */
    abstract boolean isHidden();

    /** Its first line as header, or null. */
    abstract Header header();

    /** A line of a list's section that is no item and is never moved or removed. */
    boolean isFixed() {
        return false;
    }

    static final class Topic extends Item {
        final Header header;
        final Joined body;

        Topic(Lines lines, int from, int end, Header header, Joined body) {
            super(lines, from, end);
            this.header = header;
            this.body = body;
        }

        String title() {
            return header == null ? "" : header.words().value();
        }

        @Override
        boolean isHidden() {
            return title().isEmpty() && body.value().isEmpty();
        }

        @Override
        Header header() {
            return header;
        }
    }

    static final class Challenge extends Item {
        final Header header;
        final Place problem;
        /** Null where nothing says how it was solved. */
        final Place solution;

        Challenge(Lines lines, int from, int end, Header header, Place problem, Place solution) {
            super(lines, from, end);
            this.header = header;
            this.problem = problem;
            this.solution = solution;
        }

        String solution() {
            return solution == null ? "" : solution.value();
        }

        @Override
        boolean isHidden() {
            return problem.value().isEmpty() && solution().isEmpty();
        }

        @Override
        Header header() {
            return header;
        }
    }

    /** A section that is none of the template's. */
    static final class Extra extends Item {
        final Header header;
        final Place body;

        Extra(Outline outline, Outline.Part part) {
            super(outline.lines, part.first(), part.end());
            Heading heading = outline.headingAt(part.first());
            this.header = Header.of(outline, part.first(), null, heading.start(), heading.end(), true);
            this.body =
                    Place.body(outline.lines, null, part.heading() + 1, part.end(), Place.Anchor.below(part.heading()));
        }

        String title() {
            return header.words().value();
        }

        @Override
        boolean isHidden() {
            return false;
        }

        @Override
        Header header() {
            return header;
        }
    }

    static final class Reference extends Item {
        /** Null for a line that is no reference. */
        final ReferenceLine line;

        Reference(Lines lines, int from, ReferenceLine line) {
            super(lines, from, from + 1);
            this.line = line;
        }

        @Override
        boolean isHidden() {
            return line == null || !line.visible();
        }

        @Override
        boolean isFixed() {
            return line == null;
        }

        @Override
        Header header() {
            return null;
        }
    }
}
