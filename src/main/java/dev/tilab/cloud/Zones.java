package dev.tilab.cloud;

import java.util.ArrayList;
import java.util.List;

/**
 * The Availability Zones of a region: which have power, which can be reached from elsewhere, and which have no machine left to
 * give. Who lives in them is told of every change, so that {@code fail-zone} has one meaning for all.
 */
public final class Zones {

    /** Stands for everything that is in no zone: users, and services that belong to the whole region. */
    public static final int OUTSIDE = -1;

    /** A zone loses its power. */
    public static final Fault FAIL = Fault.of("fail-zone", "zone");

    /** A zone loses its links. */
    public static final Fault CUT = Fault.of("cut-zone", "zone");

    /** A zone gets back what it had lost. */
    public static final Fault REPAIR = Fault.of("repair-zone", "zone");

    /** A zone has no machines left to give. */
    public static final Fault NO_CAPACITY = Fault.of("no-capacity", "zone");

    /** A zone has machines to give again. */
    public static final Fault CAPACITY_BACK = Fault.of("capacity-back", "zone");

    /** What a zone is at an instant. */
    public enum State {
        UP,
        DARK,
        CUT
    }

    /**
     * Somebody who has something in the zones. Of a change all are told first what is lost by it, in the order in which they
     * registered, and then that the links are others: whoever looks around then sees everybody as the change has left him.
     */
    public interface Listener {

        /** The zone has lost its power, and with it everything that ran there. */
        default void failed(int zone) {}

        /** What is in the zone runs on, but no message gets in or out. */
        default void cut(int zone) {}

        /** Messages get between zones as they do from now on; comes after every change. */
        default void linksChanged() {}

        /** The zone has its power and its links again. */
        default void repaired(int zone) {}

        /** Comes last after a repair: everybody knows of it, and what ran there can be started again. */
        default void recover(int zone) {}

        /** The zone has machines to give again. */
        default void hasCapacity(int zone) {}
    }

    private final boolean[] dark;
    private final boolean[] cut;
    private final boolean[] full;
    private final List<Listener> listeners = new ArrayList<>();

    /** @param count how many there are, all of them up; zones are numbered from 0 */
    public Zones(int count) {
        dark = new boolean[count];
        cut = new boolean[count];
        full = new boolean[count];
    }

    /** How many zones there are. */
    public int count() {
        return dark.length;
    }

    /** Has somebody told of every change from now on. */
    public void tell(Listener listener) {
        listeners.add(listener);
    }

    /** Takes the zone's power; does nothing if it had none. */
    public void fail(int zone) {
        if (dark[zone]) {
            return;
        }
        dark[zone] = true;
        listeners.forEach(each -> each.failed(zone));
        listeners.forEach(Listener::linksChanged);
    }

    /** Takes the zone's links; does nothing if it had none, or no power. */
    public void cut(int zone) {
        if (dark[zone] || cut[zone]) {
            return;
        }
        cut[zone] = true;
        listeners.forEach(each -> each.cut(zone));
        listeners.forEach(Listener::linksChanged);
    }

    /** Gives the zone its power and its links back; does nothing if it lacked neither. */
    public void repair(int zone) {
        if (!dark[zone] && !cut[zone]) {
            return;
        }
        dark[zone] = false;
        cut[zone] = false;
        listeners.forEach(each -> each.repaired(zone));
        listeners.forEach(Listener::linksChanged);
        listeners.forEach(each -> each.recover(zone));
    }

    /** Says whether the zone has machines to give; those that run there stay. */
    public void setFull(int zone, boolean isFull) {
        full[zone] = isFull;
        if (!isFull) {
            listeners.forEach(each -> each.hasCapacity(zone));
        }
    }

    /** Whether the zone has no power. */
    public boolean isDark(int zone) {
        return zone != OUTSIDE && dark[zone];
    }

    /** Whether no message gets into the zone or out of it. */
    public boolean isCut(int zone) {
        return zone != OUTSIDE && cut[zone];
    }

    /** Whether a machine that is asked for there can be had. */
    public boolean canLaunch(int zone) {
        return !dark[zone] && !full[zone];
    }

    /** What the zone is now. */
    public State state(int zone) {
        return dark[zone] ? State.DARK : cut[zone] ? State.CUT : State.UP;
    }

    /** Whether a message gets from one zone, or from {@link #OUTSIDE}, to another. */
    public boolean connects(int from, int to) {
        return !isDark(from) && !isDark(to) && (from == to || !isCut(from) && !isCut(to));
    }
}
