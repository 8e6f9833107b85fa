package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One page of an index.
 *
 * @param page number of the page, from 0
 * @param size how many items a page can have
 * @param total items of all pages together
 */
@JsonPropertyOrder({"items", "page", "size", "total"})
record IndexJson<T>(List<T> items, int page, int size, long total) {

    /**
     * @param tag without its sign, as tags are compared
     * @param days on how many days it stands
     */
    @JsonPropertyOrder({"tag", "days"})
    record Tag(String tag, long days) {}

    /** @param links {@code page}, the place on its page */
    @JsonPropertyOrder({"date", "links"})
    record Place(LocalDate date, Map<String, String> links) {}

    /** @param days where it stands, the newest first */
    @JsonPropertyOrder({"title", "days"})
    record Topic(String title, List<Place> days) {}

    /**
     * @param number which of its day's challenges it is, from 1
     * @param problem one line of plain text
     * @param links {@code page}, the place on its page
     */
    @JsonPropertyOrder({"date", "number", "problem", "links"})
    record Challenge(LocalDate date, int number, String problem, Map<String, String> links) {}
}
