package dev.tilab.simulation.lab;

/** A scenario that is what its {@link #values() values} say: two are equal when they are written alike. */
public abstract class WrittenScenario implements Scenario {

    @Override
    public final boolean equals(Object other) {
        return other instanceof WrittenScenario scenario
                && scenario.getClass() == getClass()
                && values().equals(scenario.values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }

    @Override
    public final String toString() {
        return values().toString();
    }
}
