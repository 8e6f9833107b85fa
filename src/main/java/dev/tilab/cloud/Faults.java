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
        onZone("fail-zone", zones::fail);
        onZone("cut-zone", zones::cut);
        onZone("repair-zone", zones::repair);
        on("no-capacity", what -> zones.setFull(what.index(), true));
        on("capacity-back", what -> zones.setFull(what.index(), false));
    }

    private void onZone(String action, IntConsumer effect) {
        on(action, what -> {
            effect.accept(what.index());
            show(what.index());
        });
    }

    private void show(int zone) {
        states.add(zone, zones.state(zone).ordinal());
    }

    /**
     * Says what an action does.
     *
     * @param action id of the {@linkplain dev.tilab.simulation.lab.Action action}: {@code reboot}
     * @throws IllegalStateException if somebody else has said so already
     */
    public void on(String action, Consumer<Intervention> effect) {
        if (byAction.putIfAbsent(action, effect) != null) {
            throw new IllegalStateException(action + " has an effect already");
        }
    }

    /** Has something happen after every intervention, whatever it was. */
    public void afterwards(Runnable look) {
        afterwards.add(look);
    }

    /** @throws IllegalStateException if nobody has said what this action does */
    void check(Intervention intervention) {
        if (!byAction.containsKey(intervention.action())) {
            throw new IllegalStateException(intervention.action() + " is known to no component: " + byAction.keySet());
        }
    }

    void happen(Intervention intervention) {
        byAction.get(intervention.action()).accept(intervention);
        afterwards.forEach(Runnable::run);
    }
}
