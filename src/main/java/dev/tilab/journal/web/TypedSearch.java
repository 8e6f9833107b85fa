package dev.tilab.journal.web;

import dev.tilab.journal.search.Asked;
import dev.tilab.support.DayWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the form of the search, as it was typed, and the addresses that differ from it in one thing. */
record TypedSearch(String q, String from, String to, String section, String tag) {

    /** So many words of a question are offered alone. */
    private static final int SINGLES = 8;

    /**
     * Something that narrows the search, and the way to the same without it.
     *
     * @param kind {@code tag}, {@code section}, {@code from} or {@code to}
     */
    record Filter(String kind, String words, String without) {}

    static TypedSearch of(Map<String, String> parameters) {
        return new TypedSearch(
                typed(parameters, "q"),
                typed(parameters, "from"),
                typed(parameters, "to"),
                typed(parameters, "section"),
                typed(parameters, "tag"));
    }

    private static String typed(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    public boolean narrows() {
        return !(from.isEmpty() && to.isEmpty() && section.isEmpty() && tag.isEmpty());
    }

    List<Filter> filters(Asked asked, DayWords words) {
        List<Filter> filters = new ArrayList<>();
        asked.tags().forEach(one -> filters.add(new Filter("tag", "#" + one, withoutTag(one))));
        if (!section.isEmpty()) {
            filters.add(new Filter("section", words.message("search.section." + section), without("section")));
        }
        if (asked.from() != null) {
            filters.add(new Filter("from", words.full(asked.from()), without("from")));
        }
        if (asked.to() != null) {
            filters.add(new Filter("to", words.full(asked.to()), without("to")));
        }
        return filters;
    }

    String address(int page) {
        return address(parameters(), page);
    }

    String everywhere() {
        return address(Map.of("q", q), 0);
    }

    /** Each word alone, where there are several, or what is searched for where a tag finds nothing: the word without its sign. */
    Map<String, String> singles() {
        List<String> words = Arrays.stream((q + " " + tag).strip().split("\\s+"))
                .map(word -> word.startsWith("#") ? word.substring(1) : word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(SINGLES)
                .toList();
        Map<String, String> ways = new LinkedHashMap<>();
        words.stream()
                .filter(word -> words.size() > 1 || !word.equals(q))
                .forEach(word -> ways.put(word, address(Map.of("q", word), 0)));
        return ways;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("section", section);
        parameters.put("tag", tag);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private String without(String name) {
        Map<String, String> parameters = parameters();
        parameters.remove(name);
        return address(parameters, 0);
    }

    /** Of the field and of the words, wherever it was typed. */
    private String withoutTag(String one) {
        Map<String, String> parameters = parameters();
        parameters.computeIfPresent("tag", (name, typed) -> isTag(typed, one) ? null : typed);
        parameters.computeIfPresent("q", (name, typed) -> {
            String rest = Arrays.stream(typed.split("\\s+"))
                    .filter(word -> !word.startsWith("#") || !isTag(word, one))
                    .collect(Collectors.joining(" "));
            return rest.isEmpty() ? null : rest;
        });
        return address(parameters, 0);
    }

    private static boolean isTag(String typed, String one) {
        String bare = typed.startsWith("#") ? typed.substring(1) : typed;
        return Normalizer.normalize(bare, Normalizer.Form.NFC).equalsIgnoreCase(one);
    }

    private static String address(Map<String, String> parameters, int page) {
        Map<String, Object> values = new LinkedHashMap<>(parameters);
        if (page > 0) {
            values.put("page", page);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
