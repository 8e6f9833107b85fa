package dev.tilab.journal.web.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tilab.journal.search.Asked;
import dev.tilab.journal.search.Found;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of what was found, the best first.
 *
 * @param total hits of all pages together
 * @param complete false while the index is still being made: what it does not have yet is not found
 * @param links addresses: {@code self}, and {@code previous} and {@code next} where there are such pages
 */
@JsonPropertyOrder({"total", "hits", "page", "size", "complete", "links"})
record FoundJson(long total, List<Hit> hits, int page, int size, boolean complete, Map<String, String> links) {

    /**
     * @param snippet HTML that is safe: text, and what was asked for in {@code mark}
     * @param links {@code entry}, the day for programs, and {@code page}, the place on its page
     */
    @JsonPropertyOrder({"date", "section", "title", "snippet", "links"})
    record Hit(LocalDate date, String section, String title, String snippet, Map<String, String> links) {}

    static FoundJson of(Asked asked, Found found) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", address(asked, asked.page()));
        if (asked.page() > 0) {
            long last = Math.max(0, (Math.min(found.total(), Asked.REACH) - 1) / asked.size());
            links.put("previous", address(asked, (int) Math.min(asked.page() - 1L, last)));
        }
        if ((asked.page() + 1L) * asked.size() < Math.min(found.total(), Asked.REACH)) {
            links.put("next", address(asked, asked.page() + 1));
        }
        return new FoundJson(
                found.total(),
                found.hits().stream().map(FoundJson::hit).toList(),
                asked.page(),
                asked.size(),
                found.complete(),
                links);
    }

    private static Hit hit(Found.Hit hit) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("entry", EntriesApi.PATH + "/" + hit.date());
        links.put("page", "/journal/" + hit.date() + (hit.anchor().isEmpty() ? "" : "#" + hit.anchor()));
        return new Hit(hit.date(), hit.section(), hit.title(), hit.snippet(), links);
    }

    private static String address(Asked asked, int page) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("q", asked.words().isEmpty() ? null : asked.words());
        values.put("from", asked.from());
        values.put("to", asked.to());
        values.put("section", asked.section());
        values.put("tag", asked.tag());
        values.put("page", page);
        values.put("size", asked.size());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(SearchApi.PATH);
        values.forEach((name, value) -> {
            if (value != null) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
