package dev.tilab.journal;

import org.springframework.stereotype.Component;

/** Turns Markdown that a person wrote into HTML that is safe to show. */
@Component
public class MarkdownRenderer {

    /**
     * @param markdown CommonMark with tables, task lists, strikethrough and bare links
     * @param anchorPrefix begins every heading's id, such as {@code t1-}; unique on the page
     * @return HTML with headings from level 3 down, without script, style or event handler
     */
    public String html(String markdown, String anchorPrefix) {
        throw new UnsupportedOperationException();
    }
}
