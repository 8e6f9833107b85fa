package dev.tilab.journal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finds for every row of one list the row of another list that it most likely is: first the one that is equal, then one of
 * the same name, then the one that it came from. Every row is used once.
 */
final class Matching {

    static final int NONE = -1;

    private Matching() {}

    /**
     * @param mine rows to find partners for
     * @param others rows to choose from
     * @param equal both say the same
     * @param named both carry the same name, which is not empty
     * @param came whether the first came from the second, as far as its origin tells
     * @return for each of mine the index in others, or {@link #NONE}
     */
    static <A, B> int[] of(
            List<A> mine, List<B> others, BiPredicate<A, B> equal, BiPredicate<A, B> named, BiPredicate<A, Integer> came) {
        int[] partner = new int[mine.size()];
        Arrays.fill(partner, NONE);
        boolean[] used = new boolean[others.size()];
        for (BiPredicate<A, B> rule : List.of(equal, named)) {
            for (int i = 0; i < partner.length; i++) {
                for (int j = 0; j < used.length && partner[i] == NONE; j++) {
                    if (!used[j] && rule.test(mine.get(i), others.get(j))) {
                        partner[i] = j;
                        used[j] = true;
                    }
                }
            }
        }
        for (int i = 0; i < partner.length; i++) {
            for (int j = 0; j < used.length && partner[i] == NONE; j++) {
                if (!used[j] && came.test(mine.get(i), j)) {
                    partner[i] = j;
                    used[j] = true;
                }
            }
        }
        return partner;
    }

    /** The rows of others that no row of mine was matched with. */
    static List<Integer> unmatched(int[] partner, int others) {
        List<Integer> rest = new ArrayList<>();
        for (int j = 0; j < others; j++) {
            int wanted = j;
            if (Arrays.stream(partner).noneMatch(p -> p == wanted)) {
                rest.add(j);
            }
        }
        return rest;
    }
}
