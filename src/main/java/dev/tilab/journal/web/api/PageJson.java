package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.EntrySummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;

/**
 * One page of a list, newest day first.
 *
 * @param page number of the page, from 0
 * @param size how many entries a page can have
 * @param total entries of all pages together
 * @param links addresses: {@code self}, and {@code previous} and {@code next} where there are such pages
 */
@JsonPropertyOrder({"items", "page", "size", "total", "pages", "links"})
record PageJson(List<Item> items, int page, int size, long total, int pages, Map<String, String> links) {

    /**
     * @param title the title that the day has of its own
     * @param topics titles of the first 100 topics, in order, of 300 characters at most
     * @param excerpt one line of plain text
     */
    @JsonPropertyOrder({"date", "endDate", "dayNote", "title", "topics", "excerpt", "version", "updatedAt", "links"})
    record Item(
            LocalDate date,
            LocalDate endDate,
            String dayNote,
            String title,
            List<String> topics,
            String excerpt,
            long version,
            Instant updatedAt,
            Map<String, String> links) {}

    static PageJson of(ListQuery query, Page<EntrySummary> found) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", address(query, query.page()));
        if (found.hasPrevious()) {
            links.put("previous", address(query, Math.min(query.page() - 1, Math.max(0, found.getTotalPages() - 1))));
        }
        if (found.hasNext()) {
            links.put("next", address(query, query.page() + 1));
        }
        List<Item> items = found.getContent().stream().map(PageJson::item).toList();
        return new PageJson(items, query.page(), query.size(), found.getTotalElements(), found.getTotalPages(), links);
    }

    private static Item item(EntrySummary entry) {
        return new Item(
                entry.date(),
                entry.endDate(),
                entry.dayNote(),
                entry.title(),
                entry.topics(),
                entry.excerpt(),
                entry.version(),
                entry.updatedAt(),
                Map.of("self", EntriesApi.PATH + "/" + entry.date()));
    }

    private static String address(ListQuery query, int page) {
        StringBuilder address = new StringBuilder(EntriesApi.PATH).append('?');
        if (query.from() != null) {
            address.append("from=").append(query.from()).append('&');
        }
        if (query.to() != null) {
            address.append("to=").append(query.to()).append('&');
        }
        return address.append("page=")
                .append(page)
                .append("&size=")
                .append(query.size())
                .toString();
    }
}
