package dev.tilab.simulation.engine;

import java.util.Arrays;

/** A 4-ary heap of unique keys, each with the number of a slot beside it: four children share a cache line. */
final class EventHeap {

    private long[] keys = new long[64];
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    /** The smallest key; the heap must not be empty. */
    long leastKey() {
        return keys[0];
    }

    /** The slot of the smallest key; the heap must not be empty. */
    int leastSlot() {
        return slots[0];
    }

    void put(long key, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            slots = Arrays.copyOf(slots, size * 2);
        }
        int node = size++;
        while (node > 0) {
            int parent = (node - 1) >>> 2;
            if (keys[parent] < key) {
                break;
            }
            keys[node] = keys[parent];
            slots[node] = slots[parent];
            node = parent;
        }
        keys[node] = key;
        slots[node] = slot;
    }

    void removeLeast() {
        int last = --size;
        long key = keys[last];
        int node = 0;
        for (int child = 1; child < last; child = (node << 2) + 1) {
            int least = child;
            for (int other = child + 1; other < Math.min(child + 4, last); other++) {
                least = keys[other] < keys[least] ? other : least;
            }
            if (key < keys[least]) {
                break;
            }
            keys[node] = keys[least];
            slots[node] = slots[least];
            node = least;
        }
        keys[node] = key;
        slots[node] = slots[last];
    }
}
