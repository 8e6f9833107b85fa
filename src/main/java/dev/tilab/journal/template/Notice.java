package dev.tilab.journal.template;

/**
 * Something in a document that its writer may want to know; never a reason to refuse it.
 *
 * @param code what it is: one of the constants, and the end of the message key
 * @param line line of the text, from 1
 * @param text the words in question, as they stand there
 */
public record Notice(String code, int line, String text) {
    /** A line of the template that nobody has filled in ({@code [링크 제목](URL)}); fields leave it out. */
    public static final String PLACEHOLDER = "placeholder";
    /** A code block that is never closed; headings of known sections count all the same. */
    public static final String UNCLOSED_FENCE = "unclosed-fence";
    /** A code block that is closed, but swallows the heading of a known section: perhaps an end is missing before it. */
    public static final String SECTION_IN_FENCE = "section-in-fence";
    /** {@code ###스크럼}: a heading needs a space; it is text as it stands. */
    public static final String HEADING_NEEDS_SPACE = "heading-needs-space";
    /** One heading for two sections ({@code 새로 배운 내용 & 회고}); the text counts for the first. */
    public static final String TWO_ROLES = "two-roles";
    /** A date line whose date is missing or not whole ({@code 2025-03-}). */
    public static final String DATE_INCOMPLETE = "date-incomplete";
    /** Another day's heading further down: the file may hold several days. */
    public static final String SEVERAL_DAYS = "several-days";
    /** A picture whose bytes stayed in Notion ({@code ![x](attachment:…)}). */
    public static final String NOTION_ATTACHMENT = "notion-attachment";
}
