package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two lists have in common in the same order, in time and space linear in their lengths but for a logarithm.
 *
 * <p>After cutting equal ends it is the longest common subsequence by the pairs of equal elements (Hunt &amp; Szymanski 1977),
 * which is exact as long as there are at most {@link #PAIRS} pairs for each element. Where elements repeat so much that there
 * are more, the rare ones are the anchors and the gaps between them are looked at anew (as in the histogram diff of JGit);
 * where nothing is rare, the first of a kind belongs to the first, the second to the second. That is shorter than the longest,
 * always the same, and never slow.
 */
public final class CommonSubsequence {

    /** Pairs of equal elements for each element that are worth looking at. */
    private static final int PAIRS = 32;

    /** How often a gap is looked at anew: each time costs as much as the whole at most. */
    private static final int DEPTH = 8;

    private static final int[] NONE = {};

    private final int[] a;
    private final int[] b;
    private final int[] partner;
    /** How often each kind of element was met in the stretch at hand; zero between two stretches. */
    private final int[] inA;

    private final int[] inB;

    private CommonSubsequence(int[] a, int[] b, int kinds) {
        this.a = a;
        this.b = b;
        this.partner = new int[a.length];
        Arrays.fill(partner, -1);
        this.inA = new int[kinds];
        this.inB = new int[kinds];
    }

    /** @return for each element of the first list the place of its equal in the second, or -1; those that are not -1 rise */
    public static int[] of(List<?> first, List<?> second) {
        Map<Object, Integer> kinds = new HashMap<>();
        int[] a = numbered(first, kinds);
        int[] b = numbered(second, kinds);
        CommonSubsequence common = new CommonSubsequence(a, b, kinds.size());
        common.stretch(0, a.length, 0, b.length, 0);
        return common.partner;
    }

    private static int[] numbered(List<?> elements, Map<Object, Integer> kinds) {
        int[] numbers = new int[elements.size()];
        int i = 0;
        for (Object element : elements) {
            Integer known = kinds.putIfAbsent(element, kinds.size());
            numbers[i++] = known == null ? kinds.size() - 1 : known;
        }
        return numbers;
    }

    private void stretch(int firstA, int lastA, int firstB, int lastB, int depth) {
        int fromA = firstA;
        int fromB = firstB;
        int toA = lastA;
        int toB = lastB;
        while (fromA < toA && fromB < toB && a[fromA] == b[fromB]) {
            partner[fromA++] = fromB++;
        }
        while (fromA < toA && fromB < toB && a[toA - 1] == b[toB - 1]) {
            partner[--toA] = --toB;
        }
        if (fromA == toA || fromB == toB) {
            return;
        }
        count(fromA, toA, fromB, toB, 1);
        long bound = (long) PAIRS * (toA - fromA + toB - fromB);
        long rare = rare(fromA, toA, bound);
        List<int[]> chain = rare == 0 || depth == DEPTH
                ? chain(oneForOne(fromA, toA, fromB, toB), fromA, toA)
                : chain(candidates(fromA, toA, fromB, toB, rare), fromA, toA);
        count(fromA, toA, fromB, toB, 0);
        chain.forEach(pair -> partner[pair[0]] = pair[1]);
        if (rare == Long.MAX_VALUE || rare == 0 || depth == DEPTH) {
            return;
        }
        int gapA = fromA;
        int gapB = fromB;
        for (int[] pair : chain) {
            stretch(gapA, pair[0], gapB, pair[1], depth + 1);
            gapA = pair[0] + 1;
            gapB = pair[1] + 1;
        }
        if (!chain.isEmpty()) {
            stretch(gapA, toA, gapB, toB, depth + 1);
        }
    }

    private void count(int fromA, int toA, int fromB, int toB, int step) {
        for (int i = fromA; i < toA; i++) {
            inA[a[i]] = step == 0 ? 0 : inA[a[i]] + step;
        }
        for (int j = fromB; j < toB; j++) {
            inB[b[j]] = step == 0 ? 0 : inB[b[j]] + step;
        }
    }

    /**
     * How many pairs a kind may have to be looked at, so that all together have at most {@code bound}: everything
     * ({@link Long#MAX_VALUE}) where that suffices, 0 where no kind is rare enough.
     */
    private long rare(int fromA, int toA, long bound) {
        long all = 0;
        for (int i = fromA; i < toA; i++) {
            all += inB[a[i]];
        }
        if (all <= bound) {
            return Long.MAX_VALUE;
        }
        for (long limit = PAIRS; limit >= 1; limit /= 2) {
            long pairs = 0;
            for (int i = fromA; i < toA; i++) {
                pairs += pairs(a[i]) <= limit ? inB[a[i]] : 0;
            }
            if (pairs > 0 && pairs <= bound) {
                return limit;
            }
        }
        return 0;
    }

    private long pairs(int kind) {
        return (long) inA[kind] * inB[kind];
    }

    /** For each element of the first stretch the places of its equals in the second, from the last to the first. */
    private int[][] candidates(int fromA, int toA, int fromB, int toB, long rare) {
        Map<Integer, int[]> places = new HashMap<>();
        Map<Integer, Integer> next = new HashMap<>();
        for (int j = toB - 1; j >= fromB; j--) {
            int kind = b[j];
            if (inA[kind] > 0 && pairs(kind) <= rare) {
                int turn = next.merge(kind, 1, Integer::sum) - 1;
                places.computeIfAbsent(kind, key -> new int[inB[key]])[turn] = j;
            }
        }
        int[][] candidates = new int[toA - fromA][];
        for (int i = fromA; i < toA; i++) {
            candidates[i - fromA] = places.getOrDefault(a[i], NONE);
        }
        return candidates;
    }

    private int[][] oneForOne(int fromA, int toA, int fromB, int toB) {
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int j = fromB; j < toB; j++) {
            if (inA[b[j]] > 0) {
                places.computeIfAbsent(b[j], key -> new ArrayList<>()).add(j);
            }
        }
        Map<Integer, Integer> met = new HashMap<>();
        int[][] candidates = new int[toA - fromA][];
        for (int i = fromA; i < toA; i++) {
            List<Integer> equals = places.getOrDefault(a[i], List.of());
            int turn = met.merge(a[i], 1, Integer::sum) - 1;
            candidates[i - fromA] = turn < equals.size() ? new int[] {equals.get(turn)} : NONE;
        }
        return candidates;
    }

    /** The longest chain of pairs that rise on both sides. */
    private static List<int[]> chain(int[][] candidates, int fromA, int toA) {
        int size = 0;
        for (int[] places : candidates) {
            size += places.length;
        }
        int[] pairA = new int[size];
        int[] pairB = new int[size];
        int[] before = new int[size];
        int[] ends = new int[Math.min(toA - fromA, size)]; // the pair with the lowest end for each length of a chain
        int length = 0;
        int pair = 0;
        for (int i = 0; i < candidates.length; i++) {
            for (int place : candidates[i]) {
                int at = firstNotBelow(ends, length, pairB, place);
                if (at < length && pairB[ends[at]] == place) {
                    continue;
                }
                pairA[pair] = fromA + i;
                pairB[pair] = place;
                before[pair] = at == 0 ? -1 : ends[at - 1];
                ends[at] = pair++;
                length = Math.max(length, at + 1);
            }
        }
        List<int[]> chain = new ArrayList<>(length);
        for (int p = length == 0 ? -1 : ends[length - 1]; p >= 0; p = before[p]) {
            chain.add(new int[] {pairA[p], pairB[p]});
        }
        Collections.reverse(chain);
        return chain;
    }

    private static int firstNotBelow(int[] ends, int length, int[] pairB, int place) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairB[ends[middle]] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
