package dev.tilab.cloud.balancer;

/**
 * What a load balancer believes of one target: it changes its mind after so many results in a row that speak against it (AWS,
 * Application Load Balancers, "Health checks for target groups"). At first it believes a target healthy.
 */
public final class Belief {

    private final int unhealthyThreshold;
    private final int healthyThreshold;
    private boolean healthy = true;

    /** Results in a row that speak against it. */
    private int contrary;

    /** Takes the thresholds of these settings. */
    public Belief(HealthCheckSettings settings) {
        unhealthyThreshold = settings.unhealthyThreshold();
        healthyThreshold = settings.healthyThreshold();
    }

    /** Whether the target counts as healthy at present. */
    public boolean isHealthy() {
        return healthy;
    }

    /**
     * Takes the result of a check.
     *
     * @return whether that changed what is believed
     */
    public boolean result(boolean passed) {
        contrary = passed == healthy ? 0 : contrary + 1;
        if (contrary < (healthy ? unhealthyThreshold : healthyThreshold)) {
            return false;
        }
        healthy = passed;
        contrary = 0;
        return true;
    }
}
