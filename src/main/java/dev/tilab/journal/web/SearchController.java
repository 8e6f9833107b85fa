package dev.tilab.journal.web;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.search.Asked;
import dev.tilab.journal.search.Found;
import dev.tilab.journal.search.Search;
import dev.tilab.journal.search.SearchAwayException;
import dev.tilab.support.DayWords;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds what was written. The address is the search: it can be kept, and gone back to. */
@Controller
class SearchController {

    private static final int SIZE = 20;

    private static final int TAG_LIMIT = 60;

    private final Search search;
    private final MessageSource messages;
    private final Clock clock;

    SearchController(Search search, MessageSource messages, Clock clock) {
        this.search = search;
        this.messages = messages;
        this.clock = clock;
    }

    /** What stands in the form, as it was typed. */
    record Typed(String q, String from, String to, String section, String tag) {

        public boolean narrows() {
            return !(from.isEmpty() && to.isEmpty() && section.isEmpty() && tag.isEmpty());
        }

        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("q", q);
            parameters.put("from", from);
            parameters.put("to", to);
            parameters.put("section", section);
            parameters.put("tag", tag);
            parameters.values().removeIf(String::isEmpty);
            return parameters;
        }
    }

    record Row(LocalDate date, String dayWords, String href, String section, String title, String snippet) {}

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String page,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Typed typed = new Typed(q.strip(), from.strip(), to.strip(), section.strip(), tag.strip());
        model.addAttribute("typed", typed);
        model.addAttribute("sections", Asked.SECTIONS);
        List<FieldProblem> wrong = new ArrayList<>();
        Asked asked = asked(typed, Math.min(Days.count(page), Asked.REACH / SIZE - 1), wrong);
        model.addAttribute(
                "problems", Problems.of(wrong, field -> field, problem -> problem.message(messages, locale)));
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else if (!asked.isEmpty()) {
            find(asked, typed, model, response, new DayWords(messages, locale, clock.getZone()));
        }
        return "journal/search";
    }

    private void find(Asked asked, Typed typed, Model model, HttpServletResponse response, DayWords words) {
        Found found;
        try {
            found = search.find(asked);
        } catch (SearchAwayException away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, StoreException.RETRY_AFTER_SECONDS);
            model.addAttribute("away", true);
            return;
        }
        model.addAttribute("total", found.total());
        model.addAttribute("complete", found.complete());
        model.addAttribute(
                "rows", found.hits().stream().map(hit -> row(hit, words)).toList());
        if (asked.page() > 0) {
            model.addAttribute("previous", address(typed.parameters(), asked.page() - 1));
        }
        if ((asked.page() + 1L) * SIZE < Math.min(found.total(), Asked.REACH)) {
            model.addAttribute("next", address(typed.parameters(), asked.page() + 1));
        }
        if (typed.narrows() && !typed.q().isEmpty()) {
            model.addAttribute("everywhere", address(Map.of("q", typed.q()), 0));
        }
        List<String> single =
                Arrays.stream(typed.q().split("\\s+")).distinct().limit(8).toList();
        if (found.total() == 0 && single.size() > 1) {
            Map<String, String> ways = new LinkedHashMap<>();
            single.forEach(word -> ways.put(word, address(Map.of("q", word), 0)));
            model.addAttribute("singles", ways);
        }
    }

    private Row row(Found.Hit hit, DayWords words) {
        String section = words.message("search.section." + hit.section());
        return new Row(
                hit.date(),
                words.full(hit.date()),
                "/journal/" + hit.date() + (hit.anchor().isEmpty() ? "" : "#" + hit.anchor()),
                section,
                hit.title().isEmpty() ? "" : hit.titleHtml(),
                hit.snippet());
    }

    private static Asked asked(Typed typed, int page, List<FieldProblem> wrong) {
        tooLong("q", typed.q(), Asked.WORDS_LIMIT, wrong);
        tooLong("tag", typed.tag(), TAG_LIMIT, wrong);
        LocalDate from = day("from", typed.from(), wrong);
        LocalDate to = day("to", typed.to(), wrong);
        if (from != null && to != null && from.isAfter(to)) {
            wrong.add(new FieldProblem("from", typed.from(), "from-after-to", Map.of("to", typed.to())));
        }
        String section = typed.section().isEmpty() ? null : typed.section();
        if (section != null && !Asked.SECTIONS.contains(section)) {
            wrong.add(new FieldProblem(
                    "section", section, "none-of", Map.of("options", String.join(", ", Asked.SECTIONS))));
        }
        return new Asked(typed.q(), from, to, section, typed.tag().isEmpty() ? null : typed.tag(), page, SIZE);
    }

    private static void tooLong(String field, String text, int limit, List<FieldProblem> wrong) {
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            Map<String, Object> allowed = new LinkedHashMap<>();
            allowed.put("max", limit);
            allowed.put("length", length);
            wrong.add(new FieldProblem(field, text, "too-long", allowed));
        }
    }

    private static LocalDate day(String field, String text, List<FieldProblem> wrong) {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(text).orElse(null);
        if (day == null) {
            wrong.add(new FieldProblem(field, text, "not-a-date", Map.of("example", "2025-03-06")));
        }
        return day;
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
