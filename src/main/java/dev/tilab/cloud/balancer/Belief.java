package dev.tilab.cloud.balancer;

/**
 * What a load balancer believes of one target: it changes its mind after so many results in a row that speak against it. Of a new
 * target the first success is enough (AWS, Application Load Balancers, "Health checks for target groups").
 */
public final class Belief {

    private final int unhealthyThreshold;
    private final int healthyThreshold;
    private Health.State state;

    /** Results in a row that speak against it; those that failed, as long as nothing is decided. */
    private int contrary;

    private CheckResult lastFailure = CheckResult.REFUSED;

    /** Takes the thresholds of these settings, and believes a target healthy at first: it was there before the run began. */
    public Belief(HealthCheckSettings settings) {
        this(settings, Health.State.HEALTHY);
    }

    private Belief(HealthCheckSettings settings, Health.State first) {
        unhealthyThreshold = settings.unhealthyThreshold();
        healthyThreshold = settings.healthyThreshold();
        state = first;
    }

    /** What is believed of a target that has just been registered: nothing yet. */
    public static Belief ofNew(HealthCheckSettings settings) {
        return new Belief(settings, Health.State.INITIAL);
    }

    /** Whether the target counts as healthy at present. */
    public boolean isHealthy() {
        return state == Health.State.HEALTHY;
    }

    /**
     * Takes the result of a check of which only that is known.
     *
     * @return whether that changed what is believed
     */
    public boolean result(boolean passed) {
        return result(CheckResult.of(passed));
    }

    /**
     * Takes the result of a check.
     *
     * @return whether that changed what is believed
     */
    public boolean result(CheckResult result) {
        boolean passed = result.passed();
        if (!passed) {
            lastFailure = result;
        }
        boolean speaksForIt = passed == isHealthy() && state != Health.State.INITIAL;
        contrary = speaksForIt ? 0 : contrary + 1;
        if (contrary < threshold(passed)) {
            return false;
        }
        state = passed ? Health.State.HEALTHY : Health.State.UNHEALTHY;
        contrary = 0;
        return true;
    }

    /** How many results such as this one decide. */
    private int threshold(boolean passed) {
        if (!passed) {
            return state == Health.State.UNHEALTHY ? Integer.MAX_VALUE : unhealthyThreshold;
        }
        return switch (state) {
            case INITIAL -> 1;
            case UNHEALTHY -> healthyThreshold;
            default -> Integer.MAX_VALUE;
        };
    }

    /** What can be told of it at present. */
    public Health health() {
        return new Health(
                state,
                switch (state) {
                    case INITIAL -> Health.Reason.INITIAL_HEALTH_CHECKING;
                    case UNHEALTHY -> Health.Reason.of(lastFailure);
                    default -> Health.Reason.NONE;
                },
                contrary);
    }
}
