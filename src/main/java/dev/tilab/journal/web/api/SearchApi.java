package dev.tilab.journal.web.api;

import dev.tilab.journal.Query;
import dev.tilab.journal.search.Asked;
import dev.tilab.journal.search.Search;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passages of days for programs. */
@RestController
@RequestMapping(SearchApi.PATH)
class SearchApi {

    static final String PATH = "/api/v1/search";

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    @GetMapping
    ResponseEntity<FoundJson> find(@RequestParam Map<String, String> parameters) {
        Asked asked = asked(parameters);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(FoundJson.of(asked, search.find(asked)));
    }

    private static Asked asked(Map<String, String> parameters) {
        Query query = new Query(parameters, "q", "from", "to", "section", "tag", "page", "size");
        int size = query.number("size", ListQuery.DEFAULT_SIZE, 1, ListQuery.MAX_SIZE);
        Asked asked = Asked.read(query, query.number("page", 0, 0, Asked.REACH / size - 1), size);
        query.check();
        if (asked.isEmpty()) {
            query.missing("q");
            query.check();
        }
        return asked;
    }

    @RequestMapping
    ResponseEntity<Void> other(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }
}
