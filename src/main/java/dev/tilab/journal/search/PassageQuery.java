package dev.tilab.journal.search;

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

    private final Asked asked;
    private final Question question;

    PassageQuery(Asked asked) {
        this.asked = asked;
        this.question = Question.of(asked.words());
    }

    Found fetch(SearchSession session, boolean complete) {
        SearchResult<Match> result = session.search(Passage.class)
                .select(f -> f.composite()
                        .from(
                                f.id(String.class),
                                f.composite()
                                        .from(
                                                f.field("date", LocalDate.class),
                                                f.field("section", String.class),
                                                f.field("anchor", String.class),
                                                f.field("title", String.class),
                                                f.field("text", String.class),
                                                f.field("outline", String.class))
                                        .asList())
                        .as(Match::of))
                .where((f, root) -> where(f, root))
                .sort(f -> f.composite(sorts -> {
                    if (!question.isEmpty()) {
                        sorts.add(f.score());
                    }
                    sorts.add(f.field("date").desc());
                    sorts.add(f.field("place"));
                }))
                .fetch(asked.page() * asked.size(), asked.size());
        Marks marks = new Marks(session, question, asked.tags());
        return new Found(result.total().hitCount(), marks.of(result.hits()), complete);
    }

    /** A passage of the page, before anything is marked in it. */
    record Match(String id, LocalDate date, String section, String anchor, String title, String text, String outline) {

        private static Match of(String id, List<?> fields) {
            return new Match(
                    id,
                    (LocalDate) fields.get(0),
                    (String) fields.get(1),
                    (String) fields.get(2),
                    Snippet.plain((String) fields.get(3)),
                    (String) fields.get(4),
                    fields.get(5) == null ? "" : (String) fields.get(5));
        }

        /** A day without a title is called by its topics. */
        Found.Hit shown(List<String> markedTitle, String markedText) {
            String name = title.isEmpty() ? outline : title;
            String snippet = markedText.equals(name) ? "" : Snippet.of(markedText);
            return new Found.Hit(date, section, anchor, name, Snippet.title(name, markedTitle), snippet);
        }
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
        } else if (asked.asksForDays()) {
            all.filter(f.exists().field("stamp")); // days, not each passage of them
        }
        asked.tags().forEach(tag -> all.filter(f.match().field("tags").matching(tag)));
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
            word.sideBySide().forEach((way, ways) -> {
                boolean typed = way.equals(word.typed());
                boolean joined = word.joined() != null && !typed;
                some.add(f.phrase()
                        .field(joined ? "text_joined" : "text")
                        .boost(typed ? AS_TYPED : ways)
                        .matching(joined ? word.joined() : way));
            });
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
