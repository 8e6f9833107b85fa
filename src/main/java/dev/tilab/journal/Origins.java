package dev.tilab.journal;

import dev.tilab.journal.template.DayFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finds out which item of a day each item of a changed day was, for callers that do not say it. So only what differs is
 * written.
 *
 * <p>Items that are equal and in order belong together (longest common subsequence), then equal ones that moved, then those
 * with the same title, then those that stand alone between two that are known; what remains is new.
 */
public final class Origins {

    private Origins() {}

    /** The given fields, tidied, with every item's origin in {@code current} found anew. */
    public static DayFields match(DayFields current, DayFields given) {
        DayFields edited = Fields.tidy(given);
        int[] topics = match(
                current.topics(),
                edited.topics(),
                List.of(
                        (a, b) -> a.title().equals(b.title()) && a.body().equals(b.body()),
                        (a, b) -> a.title().equals(b.title())));
        int[] challenges = match(
                current.challenges(),
                edited.challenges(),
                List.of(
                        (a, b) -> a.problem().equals(b.problem()) && a.solution().equals(b.solution()),
                        (a, b) -> a.problem().equals(b.problem())));
        int[] references = match(
                current.references(),
                edited.references(),
                List.of(
                        (a, b) -> a.title().equals(b.title()) && a.url().equals(b.url()),
                        (a, b) -> a.url().equals(b.url()) && !a.url().isEmpty(),
                        (a, b) -> a.title().equals(b.title()) && !a.title().isEmpty()));
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
     * @param alike ways to recognise an item, the surest first
     * @return for each new item the place of its old one, or {@link DayFields#NEW}
     */
    static <T> int[] match(List<T> old, List<T> now, List<BiPredicate<T, T>> alike) {
        int[] origin = new int[now.size()];
        Arrays.fill(origin, DayFields.NEW);
        boolean[] used = new boolean[old.size()];
        for (BiPredicate<T, T> same : alike) {
            inOrder(old, now, same, origin, used);
            moved(old, now, same, origin, used);
        }
        alone(origin, used);
        return origin;
    }

    /** Longest common subsequence of what is still unmatched. */
    private static <T> void inOrder(List<T> old, List<T> now, BiPredicate<T, T> same, int[] origin, boolean[] used) {
        int[][] longest = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                longest[i][j] = pair(old, now, same, origin, used, i, j)
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (pair(old, now, same, origin, used, i, j)) {
                used[i] = true;
                origin[j++] = i++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static <T> boolean pair(
            List<T> old, List<T> now, BiPredicate<T, T> same, int[] origin, boolean[] used, int i, int j) {
        return !used[i] && origin[j] == DayFields.NEW && same.test(old.get(i), now.get(j));
    }

    private static <T> void moved(List<T> old, List<T> now, BiPredicate<T, T> same, int[] origin, boolean[] used) {
        for (int j = 0; j < now.size(); j++) {
            for (int i = 0; i < old.size() && origin[j] == DayFields.NEW; i++) {
                if (pair(old, now, same, origin, used, i, j)) {
                    used[i] = true;
                    origin[j] = i;
                }
            }
        }
    }

    /**
     * Where as many are left in the new list as in the old one between two matched neighbours, each took the other's place.
     */
    private static void alone(int[] origin, boolean[] used) {
        int j = 0;
        while (j < origin.length) {
            if (origin[j] != DayFields.NEW) {
                j++;
                continue;
            }
            int end = j;
            while (end < origin.length && origin[end] == DayFields.NEW) {
                end++;
            }
            int from = j == 0 ? 0 : origin[j - 1] + 1;
            int to = end == origin.length ? used.length : origin[end];
            if (to - from == end - j && free(used, from, to)) {
                for (int k = 0; k < to - from; k++) {
                    origin[j + k] = from + k;
                    used[from + k] = true;
                }
            }
            j = end;
        }
    }

    private static boolean free(boolean[] used, int from, int to) {
        for (int i = from; i < to; i++) {
            if (used[i]) {
                return false;
            }
        }
        return true;
    }
}
