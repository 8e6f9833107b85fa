package dev.tilab.journal.markdown;

/** What becomes of a single line end in a text. */
public enum LineBreaks {

    /** A line of the text is a line of the page. */
    KEPT("<br />\n"),
    /** As CommonMark has it: the paragraph goes on. */
    JOINED("\n");

    private final String html;

    LineBreaks(String html) {
        this.html = html;
    }

    String html() {
        return html;
    }
}
