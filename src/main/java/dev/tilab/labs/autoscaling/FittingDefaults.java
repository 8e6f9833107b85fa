package dev.tilab.labs.autoscaling;

import dev.tilab.simulation.lab.Parameter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Defaults that give way to what is set beside them: who asks for a maximum of 3 means no desired capacity of 4, and who asks
 * for a base rate of 2,000 no peak of 1,000. What is set by hand is never touched, so that two values that do not go together
 * are still refused.
 */
final class FittingDefaults {

    private static final BinaryOperator<BigDecimal> AT_MOST = BigDecimal::min;
    private static final BinaryOperator<BigDecimal> AT_LEAST = BigDecimal::max;

    private final Map<String, String> given;
    private final Map<String, String> fitting;

    private FittingDefaults(Map<String, String> given) {
        this.given = given;
        fitting = new LinkedHashMap<>(given);
    }

    /** The values given, and those defaults that would not go with them in a form that does. */
    static Map<String, String> with(Map<String, String> given) {
        FittingDefaults defaults = new FittingDefaults(given);
        defaults.fit("peakRate", AT_LEAST, "baseRate");
        defaults.fit("baseRate", AT_MOST, "peakRate");
        defaults.fit("max", AT_LEAST, "min", "desired");
        defaults.fit("min", AT_MOST, "max", "desired");
        defaults.fit("desired", AT_LEAST, "min");
        defaults.fit("desired", AT_MOST, "max");
        return defaults.fitting;
    }

    private void fit(String parameter, BinaryOperator<BigDecimal> side, String... beside) {
        if (isGiven(parameter)) {
            return;
        }
        for (String other : beside) {
            BigDecimal theirs = right(other);
            if (theirs != null) {
                BigDecimal mine = new BigDecimal(
                        fitting.getOrDefault(parameter, of(parameter).defaultValue()));
                fitting.put(parameter, side.apply(mine, theirs).toPlainString());
            }
        }
    }

    private boolean isGiven(String parameter) {
        return given.get(parameter) != null && !given.get(parameter).isBlank();
    }

    /** The value given, if it is one that the parameter can have; what is wrong with another is said elsewhere. */
    private BigDecimal right(String parameter) {
        if (!isGiven(parameter) || !given.get(parameter).strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return null;
        }
        BigDecimal value = new BigDecimal(given.get(parameter).strip());
        Parameter limits = of(parameter);
        boolean fits = value.compareTo(new BigDecimal(limits.min())) >= 0
                && value.compareTo(new BigDecimal(limits.max())) <= 0;
        return fits ? value : null;
    }

    private static Parameter of(String id) {
        return AutoScalingParameters.PARAMETERS.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
