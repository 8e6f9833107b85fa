package dev.tilab.simulation.engine;

/**
 * The random streams of a run, one a purpose, so that drawing more of one thing never changes another: with the same
 * seed, two strategies face the same arrivals. A stream's state comes from SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014) over seed, name and index, as the authors of xoshiro advise.
 */
public final class RandomStreams {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long seed;

    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /**
     * The stream for one purpose, from its beginning: asking again gives the same numbers again.
     *
     * @param purpose what it is for: {@code "arrival"}
     * @param index which of several: the number of a target
     */
    public RandomStream stream(String purpose, long index) {
        long name = FNV_OFFSET;
        for (int position = 0; position < purpose.length(); position++) {
            name = (name ^ purpose.charAt(position)) * FNV_PRIME;
        }
        long state = mix(mix(mix(seed + GOLDEN_GAMMA) ^ name) + index * GOLDEN_GAMMA);
        return new RandomStream(
                mix(state += GOLDEN_GAMMA),
                mix(state += GOLDEN_GAMMA),
                mix(state += GOLDEN_GAMMA),
                mix(state + GOLDEN_GAMMA));
    }

    /**
     * SplitMix64's finaliser: every bit of the result depends on every bit of the number, and no two numbers give the
     * same.
     */
    public static long mix(long number) {
        long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
