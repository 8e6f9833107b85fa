package dev.tilab.simulation.engine;

/**
 * Draws one of n things by their weights in constant time: the alias method (Walker 1977) with the table built as Vose
 * does ("A linear algorithm for generating random numbers with a given distribution", IEEE Transactions on Software
 * Engineering 17(9), 1991). Shares are right to n ÷ 2^32.
 */
public final class AliasTable {

    private static final double FULL = 0x1p32;
    private static final long LOW = 0xFFFFFFFFL;

    /**
     * Column by column: below which 32-bit number the column itself is meant (high half), and what is meant above (low
     * half).
     */
    private final long[] columns;

    /**
     * @param weights at least one, none negative, not all zero
     */
    public AliasTable(double[] weights) {
        int n = weights.length;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] height = new double[n];
        int[] order = new int[n];
        int small = 0;
        int large = n;
        for (int item = 0; item < n; item++) {
            height[item] = weights[item] / sum * n;
            order[height[item] < 1 ? small++ : --large] = item;
        }
        columns = new long[n];
        // order[0 … small) lies below the average, order[large … n) above: fill the last low column from the first high
        // one.
        while (small > 0 && large < n) {
            int low = order[--small];
            int high = order[large];
            columns[low] = column(height[low], high);
            height[high] -= 1 - height[low];
            if (height[high] < 1) {
                large++;
                order[small++] = high;
            }
        }
        while (large < n) {
            int item = order[large++];
            columns[item] = column(1, item);
        }
        while (small > 0) {
            int item = order[--small];
            columns[item] = column(1, item);
        }
    }

    /** Weights by rank, the first the heaviest: 1 ÷ rank^skew (Zipf); skew 0 makes all alike. */
    public static AliasTable zipf(int n, double skew) {
        double[] weights = new double[n];
        for (int item = 0; item < n; item++) {
            weights[item] = StrictMath.pow(item + 1, -skew);
        }
        return new AliasTable(weights);
    }

    private static long column(double ownShare, int alias) {
        long threshold = Math.min((long) (ownShare * FULL), LOW);
        return threshold << 32 | alias;
    }

    /** The number of the thing drawn, from 0. */
    public int draw(RandomStream random) {
        long bits = random.nextLong();
        int item = (int) ((bits >>> 32) * columns.length >>> 32);
        long column = columns[item];
        return (bits & LOW) < column >>> 32 ? item : (int) column;
    }
}
