package dev.tilab.simulation.engine;

import java.util.Arrays;
import java.util.List;

/** Distributions with mean 1, for times between arrivals and service times; multiply by the mean that is wanted. */
public enum Distribution {
    /** Without memory: c² = 1. */
    EXPONENTIAL("exponential", 1) {
        @Override
        public double draw(RandomStream random) {
            return random.nextExponential();
        }
    },

    /** Always the mean: c² = 0. Draws nothing. */
    DETERMINISTIC("deterministic", 0) {
        @Override
        public double draw(RandomStream random) {
            return 1;
        }
    },

    /** Two exponential phases one after the other: c² = ½. */
    ERLANG_2("erlang-2", 0.5) {
        @Override
        public double draw(RandomStream random) {
            return 0.5 * (random.nextExponential() + random.nextExponential());
        }
    },

    /** Many short, few long: one of two exponential phases with balanced means, c² = 4 (Whitt 1982). */
    HYPEREXPONENTIAL("hyperexponential", 4) {
        @Override
        public double draw(RandomStream random) {
            double phase = random.nextDouble() < SHORT_SHARE ? 0.5 / SHORT_SHARE : 0.5 / (1 - SHORT_SHARE);
            return phase * random.nextExponential();
        }
    };

    /** Share of the short phase: ½ (1 + √((c² − 1) ÷ (c² + 1))) for c² = 4; both phases bring half of the work. */
    private static final double SHORT_SHARE = 0.5 * (1 + StrictMath.sqrt(3.0 / 5.0));

    private final String id;
    private final double squaredVariation;

    Distribution(String id, double squaredVariation) {
        this.id = id;
        this.squaredVariation = squaredVariation;
    }

    /** The name in addresses, JSON and message keys. */
    public String id() {
        return id;
    }

    /** The squared coefficient of variation, variance ÷ mean². */
    public double squaredVariation() {
        return squaredVariation;
    }

    /** The next number, at least 0. */
    public abstract double draw(RandomStream random);

    /** Every id, in the order in which forms show them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Distribution::id).toList();
    }

    /** The distribution with this id. */
    public static Distribution of(String id) {
        return values()[ids().indexOf(id)];
    }
}
