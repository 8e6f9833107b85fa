package dev.tilab.journal.web.api;

import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Journal;
import dev.tilab.journal.OpenChallenge;
import dev.tilab.journal.Query;
import dev.tilab.journal.TopicPlace;
import dev.tilab.journal.web.api.IndexJson.Challenge;
import dev.tilab.journal.web.api.IndexJson.Place;
import dev.tilab.journal.web.api.IndexJson.Tag;
import dev.tilab.journal.web.api.IndexJson.Topic;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What many days mention, for programs: tags, titles of topics, challenges that are open. */
@RestController
class IndexesApi {

    static final String TAGS = "/api/v1/tags";
    static final String TOPICS = "/api/v1/topics";
    static final String CHALLENGES = "/api/v1/challenges";

    private static final int MAX_PAGE = 10_000;

    private final Journal journal;

    IndexesApi(Journal journal) {
        this.journal = journal;
    }

    /** @throws InvalidEntryException naming everything that is wrong */
    private record Paged(int page, int size) {

        static Paged of(Map<String, String> parameters) {
            Query query = new Query(parameters, "page", "size");
            int page = query.number("page", 0, 0, MAX_PAGE);
            int size = query.number("size", ListQuery.DEFAULT_SIZE, 1, ListQuery.MAX_SIZE);
            query.check();
            return new Paged(page, size);
        }

        private <T> ResponseEntity<IndexJson<T>> answer(List<T> items, long total) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .body(new IndexJson<>(items, page, size, total));
        }

        <T> ResponseEntity<IndexJson<T>> answer(List<T> all) {
            return answer(all.stream().skip((long) page * size).limit(size).toList(), all.size());
        }
    }

    /** By their names. */
    @GetMapping(TAGS)
    ResponseEntity<IndexJson<Tag>> tags(@RequestParam Map<String, String> parameters) {
        Paged paged = Paged.of(parameters);
        return paged.answer(journal.indexes().tags().stream()
                .map(tag -> new Tag(tag.tag(), tag.days()))
                .toList());
    }

    /** By their titles, each once with all the places where it stands, the newest first. */
    @GetMapping(TOPICS)
    ResponseEntity<IndexJson<Topic>> topics(@RequestParam Map<String, String> parameters) {
        Paged paged = Paged.of(parameters);
        Map<String, List<TopicPlace>> byName = journal.indexes().topics().stream()
                .collect(Collectors.groupingBy(TopicPlace::name, LinkedHashMap::new, Collectors.toList()));
        return paged.answer(byName.values().stream()
                .map(places -> new Topic(
                        places.get(0).title(),
                        places.stream()
                                .map(place -> new Place(place.date(), Map.of("page", place.href())))
                                .toList()))
                .toList());
    }

    /** Those without a solution, the newest days first. */
    @GetMapping(CHALLENGES)
    ResponseEntity<IndexJson<Challenge>> challenges(@RequestParam Map<String, String> parameters) {
        Paged paged = Paged.of(parameters);
        int end = (paged.page() + 1) * paged.size();
        List<OpenChallenge> open = journal.openChallenges(end);
        return paged.answer(
                open.stream()
                        .skip((long) paged.page() * paged.size())
                        .map(one -> new Challenge(one.date(), one.number(), one.problem(), Map.of("page", one.href())))
                        .toList(),
                journal.countOpenChallenges());
    }

    @RequestMapping({TAGS, TOPICS, CHALLENGES})
    ResponseEntity<Void> other(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        return EntriesApi.other(request, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }
}
