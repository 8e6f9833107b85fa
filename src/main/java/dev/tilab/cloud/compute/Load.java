package dev.tilab.cloud.compute;

/**
 * Whatever brings a group its requests: they may be followed one by one or only counted (docs/adr/0006). A group tells it
 * whom requests can go to; what it does with them goes into a {@link Meter}.
 */
public interface Load {

    /** Of a group whose requests are followed one by one: whoever sends them listens to the group, and nobody counts. */
    Load FOLLOWED = new Load() {
        @Override
        public void sendsTo(int serving, int measured, int dead) {}

        @Override
        public void losesOne() {}

        @Override
        public void becomes(int size, double workFactor) {}
    };

    /**
     * Requests go to others than before.
     *
     * @param serving instances that answer
     * @param measured those of them that the metric counts
     * @param dead those that get requests and do not answer
     */
    void sendsTo(int serving, int measured, int dead);

    /** An instance that served has died with what was in it. */
    void losesOne();

    /**
     * All instances can do something else from now on.
     *
     * @param size how often the group's instance type was doubled
     * @param workFactor how many times the work a request takes with the version that runs
     */
    void becomes(int size, double workFactor);
}
