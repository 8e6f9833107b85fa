package dev.tilab.labs.elb;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Letters that a target is working on, so that who takes it away knows whose answers will not come. */
final class Underway {

    private final int[][] rows;
    private final int[] count;

    /** By letter: where it stands in its target's list. */
    private final int[] place;

    Underway(int targets, int letters) {
        rows = new int[targets][4];
        count = new int[targets];
        place = new int[letters];
    }

    void add(int row, int target) {
        if (count[target] == rows[target].length) {
            rows[target] = Arrays.copyOf(rows[target], count[target] * 2);
        }
        place[row] = count[target];
        rows[target][count[target]++] = row;
    }

    void remove(int row, int target) {
        int last = rows[target][--count[target]];
        rows[target][place[row]] = last;
        place[last] = place[row];
    }

    /** Each of a target's letters; they may be removed meanwhile. */
    void of(int target, IntConsumer letter) {
        for (int row : Arrays.copyOf(rows[target], count[target])) {
            letter.accept(row);
        }
    }
}
