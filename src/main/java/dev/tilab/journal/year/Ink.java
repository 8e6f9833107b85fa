package dev.tilab.journal.year;

/** How high the ink stands in a cell: in four steps, the same on every day, so that no day looks different because of another. */
final class Ink {

    /** From so many words on a step higher; a sentence stands on the first, a day with three full topics on the last. */
    private static final int[] WORDS = {1, 50, 150, 300};

    private Ink() {}

    /** 0 for nothing, 4 for a full cell. */
    static int of(int words) {
        int step = 0;
        while (step < WORDS.length && words >= WORDS[step]) {
            step++;
        }
        return step;
    }
}
