package dev.tilab.simulation.engine;

import java.util.Arrays;

/**
 * The events to come, soonest first.
 *
 * <p>A key packs instant (41 bits of microseconds: 25 days), priority (1 bit) and sequence (22 bits) into one {@code
 * long}, so that one comparison orders two events and no two are equal. Beside a key stands the number of the slot that
 * holds the action: only primitives are moved, without the collector's write barriers. The soonest few events stand in
 * a sorted array, the rest in a 4-ary heap: most models have a dozen events pending, and among so few, shifting beats
 * sifting, which mispredicts a branch at every level (eight targets, random choice, JDK 17: 48 ns per event with the
 * heap alone, 39 with the array before it).
 */
final class EventQueue {

    static final int INSTANT_BITS = 41;

    private static final int SEQUENCE_BITS = 22;
    private static final int INSTANT_SHIFT = SEQUENCE_BITS + 1;
    private static final long SEQUENCES = 1L << SEQUENCE_BITS;

    /** Most events in the sorted array. */
    private static final int NEAR = 32;

    /** The soonest events, the soonest last, all of them below {@link #bound}. */
    private final long[] nearKeys = new long[NEAR];

    private final int[] nearSlots = new int[NEAR];
    private int near;

    /** All other events, none of them below {@link #bound}. */
    private final EventHeap far = new EventHeap();

    private long bound = Long.MAX_VALUE;

    private Runnable[] actions = new Runnable[64];

    /** A stack of the slots that hold no pending action. */
    private int[] free = new int[64];

    private int freeCount;
    private long nextSequence;

    EventQueue() {
        freeFrom(0);
    }

    boolean isEmpty() {
        return near == 0 && far.size() == 0;
    }

    /**
     * @param atMicros instant, below 2^41
     * @param priority 0 goes before 1 at the same instant
     */
    void put(long atMicros, int priority, Runnable action) {
        if (nextSequence == SEQUENCES) {
            renumber();
        }
        if (freeCount == 0) {
            grow();
        }
        int slot = free[--freeCount];
        // Most models put the same few actions in again and again: a read is cheaper than a write of a reference.
        if (actions[slot] != action) {
            actions[slot] = action;
        }
        put(atMicros << INSTANT_SHIFT | (long) priority << SEQUENCE_BITS | nextSequence++, slot);
    }

    private void put(long key, int slot) {
        if (near == NEAR && key < bound) {
            spill();
        }
        if (key >= bound) {
            far.put(key, slot);
            return;
        }
        long[] keys = nearKeys;
        int[] slots = nearSlots;
        int place = near++;
        while (place > 0 && keys[place - 1] < key) {
            keys[place] = keys[place - 1];
            slots[place] = slots[place - 1];
            place--;
        }
        keys[place] = key;
        slots[place] = slot;
    }

    /** The instant of the soonest event; the queue must not be empty. */
    long soonestMicros() {
        if (near == 0) {
            refill();
        }
        return nearKeys[near - 1] >>> INSTANT_SHIFT;
    }

    /** Takes the soonest event; {@link #soonestMicros} was asked before. */
    Runnable take() {
        int slot = nearSlots[--near];
        free[freeCount++] = slot;
        return actions[slot];
    }

    /** Moves the later half of the sorted array into the heap. */
    private void spill() {
        int half = NEAR / 2;
        bound = nearKeys[half - 1];
        for (int moved = 0; moved < half; moved++) {
            far.put(nearKeys[moved], nearSlots[moved]);
        }
        System.arraycopy(nearKeys, half, nearKeys, 0, near - half);
        System.arraycopy(nearSlots, half, nearSlots, 0, near - half);
        near -= half;
    }

    /** Moves the soonest events of the heap into the sorted array, which is empty, and leaves room there. */
    private void refill() {
        near = Math.min(far.size(), NEAR / 2);
        for (int place = near - 1; place >= 0; place--) {
            nearKeys[place] = far.leastKey();
            nearSlots[place] = far.leastSlot();
            far.removeLeast();
        }
        bound = far.size() == 0 ? Long.MAX_VALUE : far.leastKey();
    }

    private void grow() {
        int before = actions.length;
        if (before == SEQUENCES) {
            throw new IllegalStateException("more than " + SEQUENCES + " events are pending");
        }
        actions = Arrays.copyOf(actions, before * 2);
        free = Arrays.copyOf(free, before * 2);
        freeFrom(before);
    }

    private void freeFrom(int first) {
        for (int slot = actions.length - 1; slot >= first; slot--) {
            free[freeCount++] = slot;
        }
    }

    /** Gives the pending events the lowest sequences in their order, once in four million events. */
    private void renumber() {
        int pending = near + far.size();
        long[] keys = new long[pending];
        int[] slots = new int[pending];
        for (int rank = 0; rank < pending; rank++) {
            if (near == 0) {
                refill();
            }
            keys[rank] = nearKeys[--near];
            slots[rank] = nearSlots[near];
        }
        bound = Long.MAX_VALUE;
        for (int rank = 0; rank < pending; rank++) {
            put(keys[rank] >>> SEQUENCE_BITS << SEQUENCE_BITS | rank, slots[rank]);
        }
        nextSequence = pending;
    }
}
