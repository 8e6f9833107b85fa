package dev.tilab.labs.autoscaling;

import java.util.Arrays;

/**
 * Closed forms of the queue M/M/1/K in units of the mean service time. Kleinrock, "Queueing Systems", volume 1, section 3.6
 * ({@code P_n ∝ ρ^n}, n ≤ K). A load above 1 is computed as the mirror image of one below: the free places of a queue with
 * load ρ are distributed as the requests of one with load 1/ρ.
 */
final class MM1K {

    /** Below this distance from 1, times the room, the forms are 0 ÷ 0 and their expansion is exact enough. */
    private static final double NEAR = 1e-3;

    private static final double[] LOG_FACTORIALS = logFactorials(ResponseModel.MOST_ROOM);

    private MM1K() {}

    /** Share of the requests that find all places taken. */
    static double blocked(double load, int room) {
        if (load > 1) {
            double inverse = 1 / load;
            return isNearOne(inverse, room)
                    ? nearlyEqualShares(-(1 - inverse), room)
                    : (1 - inverse) / (1 - power(inverse, room + 1));
        }
        if (isNearOne(load, room)) {
            return nearlyEqualShares(1 - load, room);
        }
        double full = power(load, room);
        return (1 - load) * full / (1 - load * full);
    }

    /** Probability of the last state where each state is less probable than the one before by a small share. */
    private static double nearlyEqualShares(double less, int room) {
        return (1 - less * room / 2) / (room + 1);
    }

    /** Mean number of requests, the one in service among them. */
    static double number(double load, int room) {
        if (load > 1) {
            return room - number(1 / load, room);
        }
        if (isNearOne(load, room)) {
            return room / 2.0 - (1 - load) * room * (room + 2) / 12;
        }
        double beyond = power(load, room + 1);
        return load / (1 - load) - (room + 1) * beyond / (1 - beyond);
    }

    /** The load under which the mean number is this one; infinite if that is the room. */
    static double load(double number, int room) {
        if (number > room / 2.0) {
            return 1 / load(room - number, room);
        }
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < 50; halving++) {
            double middle = (low + high) / 2;
            boolean tooLow = number(middle, room) < number;
            low = tooLow ? middle : low;
            high = tooLow ? high : middle;
        }
        return number == 0 ? 0 : (low + high) / 2;
    }

    /** How many others an admitted request finds: the share of each number from 0 to room − 1. */
    static double[] found(double load, int room) {
        double[] shares = new double[room];
        double sum = 0;
        double weight = 1;
        double ratio = load > 1 ? 1 / load : load;
        for (int step = 0; step < room; step++) {
            shares[load > 1 ? room - 1 - step : step] = weight;
            sum += weight;
            weight *= ratio;
        }
        for (int number = 0; number < room; number++) {
            shares[number] /= sum;
        }
        return shares;
    }

    /**
     * Share of requests whose response takes longer than a time: whoever finds n others leaves with the (n+1)th completion,
     * so later than a time in which a Poisson process counts at most n.
     */
    static double longer(double[] found, double time) {
        double[] tails = tails(found.length, time);
        double longer = 0;
        for (int number = 0; number < found.length; number++) {
            longer += found[number] * tails[number];
        }
        return Math.min(1, longer);
    }

    /** The same share for whoever finds 0, 1, … others. */
    static double[] tails(int room, double time) {
        double[] tails = new double[room];
        if (time <= 0) {
            Arrays.fill(tails, 1);
            return tails;
        }
        int start = (int) Math.min(room - 1, time);
        double first = StrictMath.exp(start * StrictMath.log(time) - time - LOG_FACTORIALS[start]);
        double probability = first;
        for (int count = start; count >= 0 && probability > 0; count--) {
            tails[count] = probability;
            probability *= count / time;
        }
        probability = first;
        for (int count = start + 1; count < room && probability > 0; count++) {
            probability *= time / count;
            tails[count] = probability;
        }
        for (int number = 1; number < room; number++) {
            tails[number] = Math.min(1, tails[number] + tails[number - 1]);
        }
        return tails;
    }

    /**
     * The time within which this share of requests is done. The logarithm of what takes longer is almost a straight line, so
     * that the regula falsi (with Illinois's correction) needs few steps.
     */
    static double percentile(double[] found, double share) {
        double low = 0;
        double high = 50 + 2.0 * found.length;
        double aim = StrictMath.log(1 - share);
        double aboveLow = -aim;
        double aboveHigh = StrictMath.log(Math.max(Double.MIN_NORMAL, longer(found, high))) - aim;
        int side = 0;
        while (high - low > 1e-9 * high) {
            double middle = low + (high - low) * aboveLow / (aboveLow - aboveHigh);
            double above = StrictMath.log(Math.max(Double.MIN_NORMAL, longer(found, middle))) - aim;
            if (Math.abs(above) < 1e-11) {
                return middle;
            }
            if (above > 0) {
                low = middle;
                aboveLow = above;
                aboveHigh = side > 0 ? aboveHigh / 2 : aboveHigh;
                side = 1;
            } else {
                high = middle;
                aboveHigh = above;
                aboveLow = side < 0 ? aboveLow / 2 : aboveLow;
                side = -1;
            }
        }
        return (low + high) / 2;
    }

    private static boolean isNearOne(double load, int room) {
        return (1 - load) * (room + 1) < NEAR;
    }

    /** By squaring: the same bits on every machine, and faster than a logarithm. */
    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int bits = exponent; bits != 0; bits >>= 1) {
            if ((bits & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    private static double[] logFactorials(int last) {
        double[] logs = new double[last + 1];
        for (int number = 1; number <= last; number++) {
            logs[number] = logs[number - 1] + StrictMath.log(number);
        }
        return logs;
    }
}
