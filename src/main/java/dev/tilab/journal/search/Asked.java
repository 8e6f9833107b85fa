package dev.tilab.journal.search;

import java.time.LocalDate;
import java.util.List;

/**
 * What is looked for, and where.
 *
 * @param words as they were typed; may be empty where something narrows the search
 * @param from first day, or null
 * @param to last day, inclusive, or null
 * @param section one of {@link #SECTIONS}, or null
 * @param tag with or without its sign, or null
 * @param page number of the page, from 0
 * @param size hits of a page
 */
public record Asked(String words, LocalDate from, LocalDate to, String section, String tag, int page, int size) {

    /** Most characters of {@link #words}. */
    public static final int WORDS_LIMIT = 200;

    /** Hits that can be paged through: whoever sees so many asks for something else. */
    public static final int REACH = 10_000;

    /** The sections of a day, and the day itself: its title and what stands at its head. */
    public static final List<String> SECTIONS = Passages.SECTIONS;

    /** Whether anything is asked at all. */
    public boolean isEmpty() {
        return Question.of(words).isEmpty() && from == null && to == null && section == null && tag == null;
    }
}
