package dev.tilab.journal.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds for every row of one list the row of another that it most likely is; no row is taken twice. The surest sign is asked
 * first; what it leaves open, the next one may settle: who asks knows whether the rows' own word comes first or last. Takes time
 * and space linear in the rows but for a logarithm.
 */
public final class Matching {

    /** No row of the other list. */
    public static final int NONE = DayFields.NEW;

    private final List<? extends DayRow> rows;
    private final List<? extends DayRow> others;
    private final int[] partner;
    private final boolean[] used;

    /**
     * @param rows rows of one section to find partners for
     * @param others rows of the same section to choose from
     */
    public Matching(List<? extends DayRow> rows, List<? extends DayRow> others) {
        this.rows = rows;
        this.others = others;
        partner = new int[rows.size()];
        Arrays.fill(partner, NONE);
        used = new boolean[others.size()];
    }

    /** The first day, every row of its lists with the place of its partner in the second as its origin. */
    public static DayFields origins(DayFields day, DayFields other, UnaryOperator<Matching> signs) {
        DayFields pointed = day;
        for (DaySection section : DaySection.lists().toList()) {
            Matching matching = signs.apply(new Matching(day.rows(section), other.rows(section)));
            pointed = pointed.with(section, matching.pointing());
        }
        return pointed;
    }

    private List<DayRow> pointing() {
        return IntStream.range(0, partner.length)
                .mapToObj(i -> rows.get(i).at(partner[i]))
                .toList();
    }

    /** Rows that say which row they were; the first to say so gets it. */
    public Matching byOrigin() {
        for (int i = 0; i < partner.length; i++) {
            int origin = rows.get(i).origin();
            if (partner[i] == NONE && origin >= 0 && origin < used.length && !used[origin]) {
                take(i, origin);
            }
        }
        return this;
    }

    /** Rows that say the same, then those that agree in what their section is recognised by. */
    public Matching byContent() {
        if (rows.isEmpty() || others.isEmpty()) {
            return this;
        }
        byKey(DayRow::texts);
        for (DayField field : rows.get(0).section().recognisedBy()) {
            byKey(row -> row.text(field).isBlank() ? null : row.text(field));
        }
        return this;
    }

    /**
     * Rows of the same key: first those in the same order, then those that moved.
     *
     * @param key what a row is recognised by, null where that tells nothing
     */
    private void byKey(Function<DayRow, Object> key) {
        List<Object> keys = keys(rows, key);
        List<Object> otherKeys = keys(others, key);
        List<Integer> open = open(keys, partner.length, i -> partner[i] == NONE);
        List<Integer> free = open(otherKeys, used.length, j -> !used[j]);
        int[] inOrder = CommonSubsequence.of(
                open.stream().map(keys::get).toList(),
                free.stream().map(otherKeys::get).toList());
        for (int i = 0; i < inOrder.length; i++) {
            if (inOrder[i] >= 0) {
                take(open.get(i), free.get(inOrder[i]));
            }
        }
        Map<Object, Deque<Integer>> left = new HashMap<>();
        for (int j : free) {
            if (!used[j]) {
                left.computeIfAbsent(otherKeys.get(j), same -> new ArrayDeque<>())
                        .add(j);
            }
        }
        for (int i : open) {
            Deque<Integer> alike = partner[i] == NONE ? left.get(keys.get(i)) : null;
            if (alike != null && !alike.isEmpty()) {
                take(i, alike.poll());
            }
        }
    }

    /** Where as many rows are open in one list as in the other between two matched neighbours, each took the other's place. */
    public Matching byPlace() {
        int row = 0;
        while (row < partner.length) {
            int end = row;
            while (end < partner.length && partner[end] == NONE) {
                end++;
            }
            int from = row == 0 ? 0 : partner[row - 1] + 1;
            int to = end == partner.length ? used.length : partner[end];
            if (to - from == end - row && free(from, to)) {
                for (int k = 0; k < to - from; k++) {
                    take(row + k, from + k);
                }
            }
            row = end + 1;
        }
        return this;
    }

    /** For each row its partner, or {@link #NONE}. */
    public int[] partners() {
        return partner.clone();
    }

    /** The rows to choose from that are nobody's partner. */
    public List<Integer> left() {
        return open(null, used.length, j -> !used[j]);
    }

    private static List<Object> keys(List<? extends DayRow> rows, Function<DayRow, Object> key) {
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(key.apply(row)));
        return keys;
    }

    private void take(int row, int other) {
        partner[row] = other;
        used[other] = true;
    }

    private boolean free(int from, int to) {
        for (int j = from; j < to; j++) {
            if (used[j]) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> open(List<?> keys, int size, IntPredicate open) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (open.test(i) && (keys == null || keys.get(i) != null)) {
                found.add(i);
            }
        }
        return found;
    }
}
