package dev.tilab.simulation.engine;

import java.util.List;

/**
 * The interval in which a mean lies, judged by independent observations of it: W. S. Gosset ("Student"), "The probable error of a
 * mean", Biometrika 6(1), 1908. Observations that depend on each other, such as the waits of one run, are none.
 *
 * @param mean of the observations
 * @param half half the width of the interval that holds the true mean with 95 %
 */
public record Student(double mean, double half) {

    private static final double NORMAL = Normal.quantile(0.975);

    /** @param observations independent of each other, at least five */
    public static Student of(List<Double> observations) {
        int count = observations.size();
        double mean = observations.stream().mapToDouble(each -> each).sum() / count;
        double squares = observations.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        return new Student(mean, quantile(count - 1) * StrictMath.sqrt(squares / (count - 1) / count));
    }

    /** Whether the true mean is below zero, with 97.5 %. */
    public boolean liesBelowZero() {
        return mean + half < 0;
    }

    /**
     * What Student's t stays below with 97.5 %, to three digits: the expansion 26.7.5 of M. Abramowitz and I. A. Stegun, "Handbook of
     * Mathematical Functions", 1964.
     *
     * @param freedom degrees of freedom, at least four
     */
    static double quantile(int freedom) {
        double z = NORMAL;
        double z2 = z * z;
        double first = z * (z2 + 1) / 4;
        double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        return z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
    }
}
