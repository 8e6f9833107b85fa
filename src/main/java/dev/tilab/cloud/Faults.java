package dev.tilab.cloud;

import dev.tilab.simulation.lab.Intervention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The switchboard between what a person does to a region and the components that it happens to. A component says which actions
 * it knows when it is built; what nobody knows is an error of the assembly, found before the run begins.
 */
public final class Faults {

    private final Map<String, Consumer<Intervention>> byAction = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    private final Zones zones;
    private final EventLog.Table states;

    /** @param log takes what zones are, as the table {@code zones}: all of them at first, and one after everything done to it */
    Faults(Zones zones, EventLog log) {
        this.zones = zones;
        states = log.table("zones", "zone", "zoneState");
        for (int zone = 0; zone < zones.count(); zone++) {
            show(zone);
        }
        onZone(Zones.FAIL, zones::fail);
        onZone(Zones.CUT, zones::cut);
        onZone(Zones.REPAIR, zones::repair);
        on(Zones.NO_CAPACITY, what -> zones.setFull(what.index(), true));
        on(Zones.CAPACITY_BACK, what -> zones.setFull(what.index(), false));
    }

    private void onZone(Fault fault, IntConsumer effect) {
        on(fault, what -> {
            effect.accept(what.index());
            show(what.index());
        });
    }

    private void show(int zone) {
        states.add(zone, zones.state(zone).ordinal());
    }

    /**
     * Says what a fault does.
     *
     * @throws IllegalStateException if somebody else has said so already
     */
    public void on(Fault fault, Consumer<Intervention> effect) {
        if (byAction.putIfAbsent(fault.id(), effect) != null) {
            throw new IllegalStateException(fault.id() + " has an effect already");
        }
    }

    /** Has something happen after every intervention, whatever it was. */
    public void afterwards(Runnable look) {
        afterwards.add(look);
    }

    /** @throws IllegalStateException if nobody has said what this action does */
    void check(Intervention intervention) {
        what(intervention);
    }

    private Consumer<Intervention> what(Intervention intervention) {
        Consumer<Intervention> what = byAction.get(intervention.action());
        if (what == null) {
            throw new IllegalStateException(intervention.action() + " is known to no component: " + byAction.keySet());
        }
        return what;
    }

    void happen(Intervention intervention) {
        what(intervention).accept(intervention);
        afterwards.forEach(Runnable::run);
    }
}
