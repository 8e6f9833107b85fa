package dev.tilab.journal.search;

import dev.tilab.journal.markdown.TagMark;
import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesCollector;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Asks the index. Every word has to be there; a title counts more than any text, the day's own title most. */
final class PassageQuery {

    /** Above what any number of words in a text can weigh. */
    private static final float TITLE = 100;

    private static final float DAY_TITLE = 100;
    private static final float TOPIC = 2;
    private static final float AROUND = 0.1f;

    /** One of several words, in the passage itself. */
    private static final float HERE = 2;

    /** As far as what was asked stands there in so many words. */
    private static final float AS_TYPED = 1.5f;

    /** Sentences that are shown of a text. */
    private static final int FRAGMENTS = 3;

    private final Asked asked;
    private final Question question;

    PassageQuery(Asked asked) {
        this.asked = asked;
        this.question = Question.of(asked.words());
    }

    Found fetch(SearchSession session, boolean complete) {
        SearchResult<Found.Hit> result = session.search(Passage.class)
                .select(f -> f.composite()
                        .from(
                                f.composite()
                                        .from(
                                                f.field("date", LocalDate.class),
                                                f.field("section", String.class),
                                                f.field("anchor", String.class),
                                                f.field("title", String.class))
                                        .asList(),
                                f.composite()
                                        .from(
                                                f.highlight("title").highlighter("whole"),
                                                f.highlight("text"),
                                                // Nothing is marked there but stems.
                                                f.highlight(question.asksForStems() ? "text_words" : "text"))
                                        .asList())
                        .as(PassageQuery::hit))
                .where((f, root) -> where(f, root))
                .sort(f -> f.composite(sorts -> {
                    if (!question.isEmpty()) {
                        sorts.add(f.score());
                    }
                    sorts.add(f.field("date").desc());
                    sorts.add(f.field("place"));
                }))
                .highlighter(f -> f.unified()
                        .tag(Snippet.START, Snippet.END)
                        .numberOfFragments(FRAGMENTS)
                        .noMatchSize(Integer.MAX_VALUE))
                .highlighter(
                        "whole",
                        f -> f.unified().tag(Snippet.START, Snippet.END).numberOfFragments(Snippet.TITLE_FRAGMENTS))
                .fetch(asked.page() * asked.size(), asked.size());
        return new Found(result.total().hitCount(), result.hits(), complete);
    }

    private static Found.Hit hit(List<?> fields, List<?> marked) {
        String text = sentences(marked.get(1));
        String words = sentences(marked.get(2));
        String title = (String) fields.get(3);
        return new Found.Hit(
                (LocalDate) fields.get(0),
                (String) fields.get(1),
                (String) fields.get(2),
                title,
                Snippet.title(title, strings(marked.get(0))),
                Snippet.of(text.contains(Snippet.START) || !words.contains(Snippet.START) ? text : words));
    }

    private static String sentences(Object fragments) {
        return String.join(Snippet.BETWEEN, strings(fragments));
    }

    private static List<String> strings(Object fragments) {
        return fragments instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private void where(SearchPredicateFactory f, SimpleBooleanPredicateClausesCollector<?, ?> root) {
        root.add(f.bool().with(all -> {
            narrow(f, all);
            question.words().forEach(word -> all.must(anywhere(f, word)));
            if (question.words().size() > 1) {
                // Of a day that says all words here and there, the passages that say one.
                all.filter(f.or().with(some -> question.words().forEach(word -> some.add(here(f, word)))));
            }
            if (!question.isEmpty()) {
                all.should(f.match()
                        .field("section")
                        .matching(DaySection.TOPICS.path())
                        .constantScore()
                        .boost(TOPIC));
                all.should(f.and(
                        f.match()
                                .field("section")
                                .matching(Passage.DAY)
                                .constantScore()
                                .boost(DAY_TITLE),
                        f.or().with(some -> question.words().forEach(word -> some.add(inTitle(f, word))))));
            }
        }));
    }

    private void narrow(SearchPredicateFactory f, BooleanPredicateOptionsCollector<?, ?> all) {
        if (asked.from() != null || asked.to() != null) {
            all.filter(f.range().field("date").between(asked.from(), asked.to()));
        }
        if (asked.section() != null) {
            all.filter(f.match().field("section").matching(asked.section()));
        } else if (question.isEmpty()) {
            all.filter(f.exists().field("stamp")); // days, not each passage of them
        }
        if (asked.tag() != null) {
            all.filter(f.match().field("tags").matching(TagMark.normal(asked.tag())));
        }
    }

    private PredicateFinalStep anywhere(SearchPredicateFactory f, Question.Word word) {
        PredicateFinalStep here = here(f, word);
        return question.words().size() == 1
                ? here
                : f.or().with(some -> {
                    some.add(f.bool().must(here).boost(HERE));
                    word.sideBySide()
                            .keySet()
                            .forEach(way -> some.add(
                                    f.phrase().field("around").boost(AROUND).matching(way)));
                });
    }

    private static PredicateFinalStep here(SearchPredicateFactory f, Question.Word word) {
        return f.or().with(some -> {
            some.add(inTitle(f, word));
            word.sideBySide()
                    .forEach((way, ways) -> some.add(f.phrase()
                            .field("text")
                            .boost(way.equals(word.typed()) ? AS_TYPED : ways)
                            .matching(way)));
            if (word.stem()) {
                some.add(f.phrase().field("text_words").matching(word.typed()));
            }
        });
    }

    private static PredicateFinalStep inTitle(SearchPredicateFactory f, Question.Word word) {
        return f.or().with(some -> {
                    word.sideBySide()
                            .keySet()
                            .forEach(way -> some.add(f.phrase().field("title").matching(way)));
                    if (word.stem()) {
                        some.add(f.phrase().field("title_words").matching(word.typed()));
                    }
                })
                .constantScore()
                .boost(TITLE);
    }
}
