package dev.tilab.journal.search;

import dev.tilab.journal.Query;
import dev.tilab.journal.markdown.TagMark;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is looked for, and where.
 *
 * @param words as they were typed; what stands before them as {@code #tag} narrows the search; may be empty where something does
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

    /** Most characters of {@link #tag}. */
    public static final int TAG_LIMIT = 60;

    /**
     * Reads what is asked for out of {@code q}, {@code from}, {@code to}, {@code section} and {@code tag} of an address. What is wrong
     * with them is said to the query; signs without any word ({@code *}) are, for whoever is told "nothing found" looks for a mistake
     * in the journal.
     */
    public static Asked read(Query query, int page, int size) {
        String words = query.text("q", WORDS_LIMIT);
        String tag = query.text("tag", TAG_LIMIT);
        Asked asked = new Asked(
                words,
                query.day("from"),
                query.day("to"),
                query.oneOfOrNone("section", SECTIONS),
                tag.isEmpty() ? null : tag,
                page,
                size);
        query.span(asked.from, asked.to);
        Question question = Question.of(words);
        if (!words.isEmpty() && question.isEmpty() && question.tags().isEmpty()) {
            query.wrong("q", words, "no-word", Map.of());
        }
        if (tag.chars().allMatch(c -> c == '#') && !tag.isEmpty()) {
            query.wrong("tag", tag, "no-word", Map.of());
        }
        return asked;
    }

    /** Whether anything is asked at all. */
    public boolean isEmpty() {
        Question question = Question.of(words);
        return question.isEmpty()
                && question.tags().isEmpty()
                && from == null
                && to == null
                && section == null
                && tag == null;
    }

    /** Whether nothing is looked for but days, by when they were and what they are tagged with. */
    public boolean asksForDays() {
        return Question.of(words).isEmpty() && section == null;
    }

    /** The tags that a day has to have: the one that was chosen, and those that stand before the words. */
    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>(Question.of(words).tags());
        if (tag != null) {
            tags.add(TagMark.normal(tag));
        }
        return tags;
    }
}
