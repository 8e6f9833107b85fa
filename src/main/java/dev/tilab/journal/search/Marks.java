package dev.tilab.journal.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Shows what was asked for in the passages of one page of hits. A question of its own about these alone: it may be asked as marks need
 * it, syllable by syllable, and costs nothing among all others.
 */
final class Marks {

    /** Sentences that are shown of a text. */
    private static final int FRAGMENTS = 3;

    /** Passages of the days of a page that say the word of a tag; with or without its sign. */
    private static final int TAGGED = 500;

    private static final Pattern UNTAGGED =
            Pattern.compile("(?<!#)" + Snippet.START + "([^" + Snippet.END + "]*)" + Snippet.END);

    private final SearchSession session;
    private final Question question;
    private final Set<String> tags;

    Marks(SearchSession session, Question question, Set<String> tags) {
        this.session = session;
        this.question = question;
        this.tags = tags;
    }

    /** Of a passage, the sentences with marks; where there are none, its text. */
    private record Marked(String id, LocalDate date, List<String> title, String text) {}

    /** The same passages in the same order, as they are shown. */
    List<Found.Hit> of(List<PassageQuery.Match> matches) {
        if (matches.isEmpty()) {
            return List.of();
        }
        if (question.isEmpty()) {
            Map<LocalDate, String> tagged = tags.isEmpty() ? Map.of() : tagged(matches);
            return matches.stream()
                    .map(match -> {
                        boolean day =
                                !match.title().isEmpty() && !match.outline().isEmpty();
                        String text = day ? match.outline() : match.text();
                        return match.shown(List.of(), tagged.getOrDefault(match.date(), text));
                    })
                    .toList();
        }
        Map<String, Marked> marked = new HashMap<>();
        ask(
                        (f, root) -> {
                            root.add(f.id().matchingAny(matches.stream()
                                    .map(PassageQuery.Match::id)
                                    .toList()));
                            root.add(f.bool().with(some -> {
                                some.should(f.matchAll());
                                question.words().forEach(word -> some.should(marking(f, word)));
                            }));
                        },
                        matches.size())
                .forEach(one -> marked.put(one.id(), one));
        return matches.stream()
                .map(match -> {
                    // A day that was saved between the two questions may not have it any more.
                    Marked one = marked.getOrDefault(match.id(), new Marked(match.id(), null, List.of(), match.text()));
                    return match.shown(one.title(), one.text().isEmpty() ? match.outline() : one.text());
                })
                .toList();
    }

    /** Of each day that says one of the tags in a text, the first such place. */
    private Map<LocalDate, String> tagged(List<PassageQuery.Match> matches) {
        Map<LocalDate, String> places = new HashMap<>();
        ask(
                        (f, root) -> {
                            root.add(f.terms()
                                    .field("date")
                                    .matchingAny(matches.stream()
                                            .map(PassageQuery.Match::date)
                                            .toList()));
                            root.add(f.or().with(some -> tags.forEach(
                                    tag -> some.add(f.phrase().field("text").matching(tag)))));
                        },
                        TAGGED)
                .forEach(one -> {
                    String text = UNTAGGED.matcher(one.text()).replaceAll("$1");
                    if (text.contains(Snippet.START)) {
                        places.putIfAbsent(one.date(), text);
                    }
                });
        return places;
    }

    private List<Marked> ask(
            BiConsumer<SearchPredicateFactory, SimpleBooleanPredicateClausesCollector<?, ?>> where, int most) {
        return session.search(Passage.class)
                .select(f -> f.composite()
                        .from(
                                f.composite()
                                        .from(f.id(String.class), f.field("date", LocalDate.class))
                                        .asList(),
                                f.composite()
                                        .from(
                                                f.highlight("title").highlighter("whole"),
                                                f.highlight("text"),
                                                // Nothing is marked there but stems, and marking is what costs most.
                                                question.asksForStems()
                                                        ? f.highlight("text_words")
                                                        : f.constant(List.<String>of()))
                                        .asList())
                        .as(Marks::marked))
                .where(where::accept)
                .sort(f -> f.field("date").desc().then().field("place"))
                .highlighter(f -> f.unified()
                        .tag(Snippet.START, Snippet.END)
                        .numberOfFragments(FRAGMENTS)
                        .noMatchSize(Integer.MAX_VALUE))
                .highlighter(
                        "whole",
                        f -> f.unified().tag(Snippet.START, Snippet.END).numberOfFragments(Snippet.TITLE_FRAGMENTS))
                .fetchHits(most);
    }

    private static Marked marked(List<?> which, List<?> marks) {
        String text = sentences(marks.get(1));
        String words = sentences(marks.get(2));
        return new Marked(
                (String) which.get(0),
                (LocalDate) which.get(1),
                strings(marks.get(0)),
                text.contains(Snippet.START) || !words.contains(Snippet.START) ? text : words);
    }

    private static PredicateFinalStep marking(SearchPredicateFactory f, Question.Word word) {
        return f.or().with(some -> {
            word.sideBySide()
                    .keySet()
                    .forEach(way -> some.add(f.phrase().fields("title", "text").matching(way)));
            if (word.stem()) {
                some.add(f.phrase().field("text_words").matching(word.typed()));
            }
        });
    }

    private static String sentences(Object fragments) {
        return String.join(Snippet.BETWEEN, strings(fragments));
    }

    private static List<String> strings(Object fragments) {
        return fragments instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
