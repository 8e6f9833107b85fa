package dev.tilab.simulation.engine;

/**
 * Exponential numbers by the ziggurat of Marsaglia and Tsang ("The ziggurat method for generating random variables",
 * Journal of Statistical Software 5(8), 2000) with 256 layers: the curve e^−x is covered by layers of equal area, and
 * in 98.9 % of the draws one random word, one comparison and one multiplication suffice. Layer and position come from
 * different bits of the word (Doornik 2005 on what happens otherwise). The tables come from {@link StrictMath}, so they
 * are the same everywhere.
 */
final class ExponentialZiggurat {

    private static final int LAYERS = 256;

    /** Where the bottom layer's rectangle ends and its tail begins. */
    private static final double TAIL = 7.69711747013104972;

    /** Area of each layer. */
    private static final double AREA = 3.949659822581572e-3;

    /** Right ends of the layers, from the bottom up; the first is the width that gives the bottom layer its area. */
    private static final double[] ENDS = new double[LAYERS + 1];

    private static final double[] HEIGHTS = new double[LAYERS + 1];

    /** A position below this lies under the curve whatever its height. */
    private static final long[] SURE = new long[LAYERS];

    private static final double[] WIDTHS = new double[LAYERS];

    static {
        ENDS[0] = AREA * StrictMath.exp(TAIL);
        ENDS[1] = TAIL;
        for (int layer = 1; layer < LAYERS - 1; layer++) {
            ENDS[layer + 1] = -StrictMath.log(AREA / ENDS[layer] + StrictMath.exp(-ENDS[layer]));
        }
        ENDS[LAYERS] = 0;
        for (int layer = 0; layer < LAYERS; layer++) {
            HEIGHTS[layer] = StrictMath.exp(-ENDS[layer]);
            WIDTHS[layer] = ENDS[layer] * 0x1p-53;
            SURE[layer] = (long) (ENDS[layer + 1] / ENDS[layer] * 0x1p53);
        }
        HEIGHTS[LAYERS] = 1;
    }

    private ExponentialZiggurat() {}

    static double next(RandomStream random) {
        long bits = random.nextLong();
        int layer = (int) bits & LAYERS - 1;
        long position = bits >>> 11;
        return position < SURE[layer] ? position * WIDTHS[layer] : edge(random, layer, position);
    }

    /** The rare cases, kept apart so that the common one is small enough to be inlined. */
    private static double edge(RandomStream random, int layer, long position) {
        if (layer == 0) {
            // What is left beyond any point is exponential again. 1 − u is never zero.
            return TAIL - StrictMath.log(1 - random.nextDouble());
        }
        double x = position * WIDTHS[layer];
        double height = HEIGHTS[layer] + random.nextDouble() * (HEIGHTS[layer + 1] - HEIGHTS[layer]);
        return height < StrictMath.exp(-x) ? x : next(random);
    }
}
