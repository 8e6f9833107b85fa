package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds out which item of a day each item of a changed day was, for callers that do not say it. So only what differs is
 * written.
 *
 * <p>Items that are equal and in order belong together (longest common subsequence), then equal ones that moved, then those
 * with the same title, then those that stand alone between two that are known; what remains is new.
 */
public final class Origins {

    private Origins() {}

    /**
     * The given fields, tidied, with every item's origin in {@code current} found anew.
     *
     * @throws InvalidEntryException when there are more items than a day takes
     */
    public static DayFields match(DayFields current, DayFields given) {
        DayFields edited = Fields.tidy(given);
        Rules.checkCounts(current, edited);
        int[] topics = match(
                current.topics(),
                edited.topics(),
                List.of(topic -> List.of(topic.title(), topic.body()), DayFields.Topic::title));
        int[] challenges = match(
                current.challenges(),
                edited.challenges(),
                List.of(
                        challenge -> List.of(challenge.problem(), challenge.solution()), DayFields.Challenge::problem));
        int[] references = match(
                current.references(),
                edited.references(),
                List.of(
                        reference -> List.of(reference.title(), reference.url()),
                        reference -> unlessEmpty(reference.url()),
                        reference -> unlessEmpty(reference.title())));
        List<DayFields.Topic> newTopics = new ArrayList<>();
        for (int i = 0; i < topics.length; i++) {
            DayFields.Topic topic = edited.topics().get(i);
            newTopics.add(new DayFields.Topic(topics[i], topic.title(), topic.body()));
        }
        List<DayFields.Challenge> newChallenges = new ArrayList<>();
        for (int i = 0; i < challenges.length; i++) {
            DayFields.Challenge challenge = edited.challenges().get(i);
            newChallenges.add(new DayFields.Challenge(challenges[i], challenge.problem(), challenge.solution()));
        }
        List<DayFields.Reference> newReferences = new ArrayList<>();
        for (int i = 0; i < references.length; i++) {
            DayFields.Reference reference = edited.references().get(i);
            newReferences.add(new DayFields.Reference(references[i], reference.title(), reference.url()));
        }
        return new DayFields(
                edited.date(), edited.scrum(), newTopics, newChallenges, edited.retrospective(), newReferences);
    }

    /**
     * @param keys what an item is recognised by, the surest first; null where that tells nothing
     * @return for each new item the place of its old one, or {@link DayFields#NEW}
     */
    static <T> int[] match(List<T> old, List<T> now, List<Function<T, Object>> keys) {
        Matching matching = new Matching(now.size(), old.size());
        for (Function<T, Object> key : keys) {
            matching.byKey(Matching.keys(now, key), Matching.keys(old, key));
        }
        return matching.byPlace().partners();
    }

    private static String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
