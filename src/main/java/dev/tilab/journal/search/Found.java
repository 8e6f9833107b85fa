package dev.tilab.journal.search;

import java.time.LocalDate;
import java.util.List;

/**
 * What was found.
 *
 * @param total hits of all pages together
 * @param hits those of the page that was asked for, the best first; among equals the newest day
 * @param complete whether all days were looked through; while the index is being made, those that are in it yet
 */
public record Found(long total, List<Hit> hits, boolean complete) {

    /**
     * One passage.
     *
     * @param section one of {@link Asked#SECTIONS}
     * @param anchor where it stands on the day's page; empty for the page itself
     * @param title of the passage, plain text; empty where it has none
     * @param titleHtml the same as HTML that is safe, what was asked for in {@code <mark>}
     * @param snippet the best place of its text as HTML that is safe, what was asked for in {@code <mark>}; empty where it has no text
     */
    public record Hit(LocalDate date, String section, String anchor, String title, String titleHtml, String snippet) {}
}
