package dev.tilab.labs.autoscaling;

/**
 * How regularly an instance gets its requests, for {@link Occupancy}, which knows arrivals by chance alone. A queue that gets every nth
 * request of a Poisson process (E_n/M/1) is described by a queue that gets them by chance, but slower on both sides:
 *
 * <ul>
 *   <li>what those who come find is geometric with the σ that solves σ = (nρ ÷ (nρ + 1 − σ))ⁿ (Kleinrock, "Queueing Systems",
 *       volume 1, section 6.4), so arrivals ÷ service is σ;
 *   <li>it grows and drains as fast as the real one, so arrivals − service is what it is;
 *   <li>and near a load of 1 it wanders as much as the real one, (1 + 1/n) ÷ 2 times as much as by chance (Kingman's heavy traffic).
 * </ul>
 *
 * <p>The three fit together: they are two equations for the two rates, and the third follows. What it says of a queue with limited room
 * that is nearly full, and of one on its way, is an approximation; {@code RunErrors} measures it.
 */
final class Arrivals {

    static final Arrivals BY_CHANCE = new Arrivals(1);

    private static final int NODES = 256;
    private static final double HIGHEST = 4;

    private final int every;
    private final double[] loads = new double[NODES + 1];
    private final double[] paces = new double[NODES + 1];

    private Arrivals(int every) {
        this.every = every;
        for (int node = 0; node <= NODES; node++) {
            double found = HIGHEST * node / NODES;
            loads[node] = load(found);
            paces[node] = found == 1 ? (1 + 1.0 / every) / 2 : (1 - loads[node]) / (1 - found);
        }
    }

    static Arrivals everyNth(int every) {
        return every <= 1 ? BY_CHANCE : new Arrivals(every);
    }

    /** The load under which those who come find a geometric number with this ratio. */
    double load(double ratio) {
        return load(ratio, every);
    }

    static double load(double ratio, int every) {
        if (ratio == 0 || ratio == 1 || every <= 1) {
            return ratio;
        }
        return (1 - ratio) / (every * StrictMath.expm1(-StrictMath.log(ratio) / every));
    }

    /** How many times as fast as the real one the queue that stands for it serves. */
    double pace(double load) {
        if (every == 1) {
            return 1;
        }
        int below = 0;
        int above = NODES;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            boolean isBelow = loads[middle] <= load;
            below = isBelow ? middle : below;
            above = isBelow ? above : middle;
        }
        double share = Math.min(1, (load - loads[below]) / (loads[above] - loads[below]));
        return paces[below] * (1 - share) + paces[above] * share;
    }

    /**
     * Most requests a second within the objective.
     *
     * @param byChance the same, if they came by chance
     * @param service requests a second at full utilization
     */
    double enough(double byChance, double service) {
        return service * load(byChance / service);
    }
}
