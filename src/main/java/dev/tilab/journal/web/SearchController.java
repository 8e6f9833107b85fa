package dev.tilab.journal.web;

import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.Query;
import dev.tilab.journal.search.Asked;
import dev.tilab.journal.search.Found;
import dev.tilab.journal.search.Search;
import dev.tilab.journal.search.SearchAwayException;
import dev.tilab.journal.search.SearchBusyException;
import dev.tilab.support.DayWords;
import dev.tilab.support.StoreException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/** Finds what was written. The address is the search: it can be kept, and gone back to. */
@Controller
class SearchController {

    private static final int SIZE = 20;

    private final Search search;
    private final MessageSource messages;
    private final Clock clock;

    SearchController(Search search, MessageSource messages, Clock clock) {
        this.search = search;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/search")
    String search(
            @RequestParam Map<String, String> parameters, Model model, HttpServletResponse response, Locale locale) {
        TypedSearch typed = TypedSearch.of(parameters);
        Query query = new Query(parameters, "q", "from", "to", "section", "tag", "page");
        Asked asked = Asked.read(query, query.number("page", 0, 0, Asked.REACH / SIZE - 1), SIZE);
        model.addAttribute("typed", typed);
        model.addAttribute("sections", Asked.SECTIONS);
        List<FieldProblem> wrong = query.problems();
        model.addAttribute("problems", Problems.of(wrong, field -> field, problem -> message(problem, locale)));
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else if (!asked.isEmpty()) {
            find(asked, typed, model, response, new DayWords(messages, locale, clock.getZone()));
        }
        return "journal/search";
    }

    /** In the words of the form: sections have codes in addresses only, and a day is called as its field is. */
    private String message(FieldProblem problem, Locale locale) {
        if (!problem.field().equals("section")) {
            String field = problem.field();
            String label = messages.getMessage("search." + field, null, field, locale);
            return new FieldProblem(label, problem.value(), problem.code(), problem.allowed())
                    .message(messages, locale);
        }
        List<String> names = Asked.SECTIONS.stream()
                .map(section -> messages.getMessage("search.section." + section, null, locale))
                .toList();
        Map<String, Object> allowed = Map.of("options", String.join(", ", names));
        return new FieldProblem(problem.field(), problem.value(), problem.code(), allowed).message(messages, locale);
    }

    private void find(Asked asked, TypedSearch typed, Model model, HttpServletResponse response, DayWords words) {
        Found found;
        try {
            found = search.find(asked);
        } catch (SearchAwayException away) {
            later("search.away", StoreException.RETRY_AFTER_SECONDS, model, response);
            return;
        } catch (SearchBusyException busy) {
            later("search.busy", SearchBusyException.RETRY_AFTER_SECONDS, model, response);
            return;
        }
        model.addAttribute("total", found.total());
        model.addAttribute("days", asked.asksForDays());
        model.addAttribute("complete", found.complete());
        model.addAttribute("rows", FoundRow.of(found.hits(), words));
        model.addAttribute("filters", typed.filters(asked, words));
        addWays(asked, found.total(), typed, model);
    }

    private static void later(String key, String seconds, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        model.addAttribute("away", key);
    }

    private static void addWays(Asked asked, long total, TypedSearch typed, Model model) {
        int last = (int) Math.max(0, (Math.min(total, Asked.REACH) - 1) / SIZE);
        boolean beyond = asked.page() > last;
        if (beyond && total > 0) {
            model.addAttribute("beyond", asked.page() + 1);
            model.addAttribute("last", last + 1);
        }
        if (asked.page() > 0) {
            model.addAttribute("previous", typed.address(Math.min(asked.page() - 1, last)));
        }
        if (asked.page() < last) {
            model.addAttribute("next", typed.address(asked.page() + 1));
        }
        if (total == 0 && typed.narrows() && !typed.q().isEmpty()) {
            model.addAttribute("everywhere", typed.everywhere());
        }
        if (total == 0) {
            model.addAttribute("singles", typed.singles());
        }
    }
}
