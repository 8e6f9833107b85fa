package dev.tilab.journal.web;

import dev.tilab.journal.search.Found;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.util.List;

/**
 * One hit, as the page shows it.
 *
 * @param title HTML that is safe; empty where there is none
 * @param snippet the same
 */
record FoundRow(LocalDate date, String dayWords, String href, String section, String title, String snippet) {

    static List<FoundRow> of(List<Found.Hit> hits, DayWords words) {
        return hits.stream().map(hit -> of(hit, words)).toList();
    }

    private static FoundRow of(Found.Hit hit, DayWords words) {
        return new FoundRow(
                hit.date(),
                words.full(hit.date()),
                "/journal/" + hit.date() + (hit.anchor().isEmpty() ? "" : "#" + hit.anchor()),
                words.message("search.section." + hit.section()),
                hit.title().isEmpty() ? "" : hit.titleHtml(),
                hit.snippet());
    }
}
