package dev.tilab.simulation.engine;

/**
 * The standard normal distribution by inversion, one uniform number a draw: M. J. Wichura, "Algorithm AS 241: The percentage
 * points of the normal distribution", Applied Statistics 37(3), 1988, the coarser of its two versions (seven digits), with
 * {@code StrictMath} so that every machine draws the same.
 */
public final class Normal {

    private Normal() {}

    /** The next standard normal variable: one draw. */
    public static double quantile(RandomStream random) {
        return quantile(random.nextDouble() + 0x1p-54);
    }

    /** The number that a standard normal variable stays below with this probability, above 0 and below 1. */
    public static double quantile(double probability) {
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q
                    * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
                    / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? probability : 1 - probability));
        double value;
        if (r <= 5) {
            r -= 1.6;
            value = (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                    / ((0.12021132975 * r + 0.73700164250) * r + 1);
        } else {
            r -= 5;
            value = (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
                    / ((0.012258202635 * r + 0.24197894225) * r + 1);
        }
        return q < 0 ? -value : value;
    }

    /**
     * A lognormal variable by the older way, two draws each: G. E. P. Box and M. E. Muller, "A note on the generation of random
     * normal deviates", Annals of Mathematical Statistics 29(2), 1958. It stands beside the inversion because runs that were shared
     * long ago are drawn by it.
     *
     * @param median what half of them stay below
     * @param spread standard deviation of the logarithm
     */
    public static double lognormalOfTwoDraws(RandomStream random, double median, double spread) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        return median * StrictMath.exp(spread * normal);
    }
}
