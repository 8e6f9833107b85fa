package dev.tilab.cloud.balancer;

/** What a health check found. */
public enum CheckResult {
    /** It was answered as it should be. */
    PASSED,
    /** Nobody answered in time. */
    TIMED_OUT,
    /** Nobody listens there, or what was asked says that it is not well. */
    REFUSED,
    /** It was answered with a status that does not count as success. */
    MISMATCHED;

    /** Of who only says whether it is well. */
    public static CheckResult of(boolean isWell) {
        return isWell ? PASSED : REFUSED;
    }

    /** Whether this speaks for the target. */
    public boolean passed() {
        return this == PASSED;
    }
}
