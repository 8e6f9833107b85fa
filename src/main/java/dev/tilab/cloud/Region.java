package dev.tilab.cloud;

import dev.tilab.simulation.engine.RandomStream;
import dev.tilab.simulation.engine.RandomStreams;
import dev.tilab.simulation.engine.Simulation;
import dev.tilab.simulation.lab.Intervention;
import java.util.List;

/**
 * One world: a clock, random streams by name, zones, the switchboard of faults and the log of what happens. Every component is
 * built with the region that it lives in and with the ports that it uses, never with a lab; whatever shares a region shares
 * one course of events. A lane of a lab is one region.
 */
public final class Region {

    private final Simulation simulation;
    private final RandomStreams streams;
    private final Zones zones;
    private final Faults faults;
    private final EventLog log;
    private final long endMicros;

    /**
     * @param seed all chance in this world comes from it
     * @param zones how many Availability Zones there are
     * @param endMicros when the run is over: what would happen later is not kept
     * @param nanosPerEvent what an event costs here, as {@link Simulation#Simulation(long)} takes it
     */
    public Region(long seed, int zones, long endMicros, long nanosPerEvent) {
        simulation = new Simulation(nanosPerEvent);
        streams = new RandomStreams(seed);
        this.zones = new Zones(zones);
        log = new EventLog(simulation::nowMicros);
        faults = new Faults(this.zones, log);
        this.endMicros = endMicros;
    }

    /** The present instant, in microseconds from the beginning. */
    public long nowMicros() {
        return simulation.nowMicros();
    }

    /** When the run is over, in microseconds from the beginning. */
    public long endMicros() {
        return endMicros;
    }

    /** How many events have happened so far: the measure of how much work a run is. */
    public long happened() {
        return simulation.happened();
    }

    /** The random stream for one purpose, from its beginning; see {@link RandomStreams#stream}. */
    public RandomStream stream(String purpose, long index) {
        return streams.stream(purpose, index);
    }

    /** The Availability Zones. */
    public Zones zones() {
        return zones;
    }

    /** Where components say what interventions do to them. */
    public Faults faults() {
        return faults;
    }

    /** What has happened, as rows of tables. */
    public EventLog log() {
        return log;
    }

    /**
     * Has something happen after a delay, unless the run is over by then. An action that recurs should be one object: that costs
     * no memory.
     *
     * @param delayMicros at least 0
     */
    public void later(long delayMicros, Runnable action) {
        if (simulation.nowMicros() + delayMicros <= endMicros) {
            simulation.schedule(delayMicros, action);
        }
    }

    /** Has something done before every event: whoever counts what went on since the last one. */
    public void beforeEvents(Runnable look) {
        simulation.beforeEvents(look);
    }

    /** Has something done after every event, in the order of these calls: whoever sends, and tests that ask whether all is right. */
    public void afterEvents(Runnable look) {
        simulation.afterEvents(look);
    }

    /**
     * Has interventions happen at their instants, before everything that the model itself does then.
     *
     * @throws IllegalStateException if no component has said what one of them does
     */
    public void disturb(List<Intervention> interventions) {
        interventions.forEach(faults::check);
        interventions.forEach(each -> simulation.scheduleIntervention(each.atMicros(), () -> faults.happen(each)));
    }

    /** Lets everything happen until the run is over. */
    public void run() {
        simulation.runUntil(endMicros);
    }
}
