package dev.tilab.simulation.engine;

/**
 * One stream of random numbers: xoshiro256++ 1.0 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47(4), 2021). Fast, 32 bytes of state, period 2^256 − 1; not for secrets.
 */
public final class RandomStream {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** Starts with the given state, not all of it zero. {@link RandomStreams} is how models come by streams. */
    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1), a multiple of 2^−53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform on 0 … bound − 1, by multiplication: no number is off by more than bound ÷ 2^32 of its share. */
    public int nextInt(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** Exponential with mean 1. */
    public double nextExponential() {
        return ExponentialZiggurat.next(this);
    }
}
