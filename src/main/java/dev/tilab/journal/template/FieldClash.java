package dev.tilab.journal.template;

/**
 * A field that would not be read back from the file as it was typed. Its text is written all the same and never lost, but the
 * next reader would see it in another field; so ask its writer before saving.
 *
 * @param field path of the field, such as {@code topics[0].body}
 * @param line line within the field's text, from 1; 0 when no single line is to blame
 * @param code why: one of the constants
 * @param text the line to blame, or empty
 */
public record FieldClash(String field, int line, String code, String text) {
    /** The line is the heading of a section of the template. */
    public static final String SECTION_HEADING = "section-heading";
    /** The line starts another item (a topic, a challenge, a scrum key). */
    public static final String ITEM_START = "item-start";
    /** The line is a heading in everyday words, which names a section where it stands as high as one. */
    public static final String COMMON_HEADING = "common-heading";
    /** The line is a heading, and what the field holds ends at such a one. */
    public static final String ENDS_HERE = "ends-here";
    /** The title of a section of one's own, which nothing says that it is. */
    public static final String UNKNOWN_SECTION = "unknown-section";
    /** A code block opens here and is never closed. */
    public static final String UNCLOSED_FENCE = "unclosed-fence";
    /** The text is one of the template's placeholders, which count as not filled in. */
    public static final String PLACEHOLDER = "placeholder";
    /** The template has no way to write this. */
    public static final String NOT_REPRESENTABLE = "not-representable";
}
