package dev.tilab.labs.elb;

import java.util.Arrays;

/** Cramér's V: how much one of two things says of the other, from 0 to 1. */
final class Dependence {

    private Dependence() {}

    /** @return null if there is nothing to compare: fewer than two rows or columns with anything in them */
    static Double of(long[][] counts) {
        double[] rows = new double[counts.length];
        double[] columns = new double[counts[0].length];
        double all = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                rows[row] += counts[row][column];
                columns[column] += counts[row][column];
                all += counts[row][column];
            }
        }
        long degrees = Math.min(used(rows), used(columns)) - 1;
        if (degrees < 1) {
            return null;
        }
        double chiSquare = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                double expected = rows[row] * columns[column] / all;
                if (expected > 0) {
                    double off = counts[row][column] - expected;
                    chiSquare += off * off / expected;
                }
            }
        }
        return StrictMath.sqrt(chiSquare / all / degrees);
    }

    private static long used(double[] sums) {
        return Arrays.stream(sums).filter(sum -> sum > 0).count();
    }
}
