package dev.tilab.journal.template;

/**
 * One piece of a document's text. The slices of a document follow each other without gap or overlap.
 *
 * @param kind what the piece is
 * @param start first character in the text
 * @param end character after the last one
 * @param text the piece itself, line ends included
 */
public record Slice(Kind kind, int start, int end, String text) {
    /** What a piece of text is. */
    public enum Kind {
        TITLE,
        DATE,
        /** A property line that Notion writes below the title. */
        PROPERTY,
        PREAMBLE,
        /** The heading of a section, known or extra. */
        HEADING,
        SCRUM,
        TOPIC,
        CHALLENGES,
        RETROSPECTIVE,
        REFERENCES,
        EXTRA
    }
}
