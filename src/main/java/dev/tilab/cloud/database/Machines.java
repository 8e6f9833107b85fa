package dev.tilab.cloud.database;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The machines of one database: which of them takes writes, what they are to each other, who reaches whom. */
final class Machines {

    /** Somebody with connections to them. */
    interface Connected {

        /** The machine has ended its process and closed its connections: whoever can be reached is told. */
        void closed(Machine machine);

        /** Machines or zones went or came: what is under way to one that cannot be reached will not be answered. */
        void reachChanged();
    }

    private final Region region;
    private final Zones zones;
    private final EventLog.Table roles;
    private final List<Machine> all = new ArrayList<>();
    private final List<Connected> connected = new ArrayList<>();
    private final boolean automatic;
    private final long latencyMicros;
    private Machine writer;
    private Consumer<Machine> otherEnds = machine -> {};

    Machines(Region region, Topology topology, ClusterSettings settings) {
        this.region = region;
        zones = region.zones();
        roles = region.log().table("machines", "machine", "zone", "role", "untilMicros");
        automatic = topology.automatic;
        latencyMicros = settings.latencyMicros();
        for (int zone : settings.zones(topology)) {
            Role role = all.isEmpty() ? Role.PRIMARY : topology.copies();
            Machine machine = new Machine(all.size(), zone, role);
            become(machine, role);
            all.add(machine);
        }
        writer = all.get(0);
    }

    List<Machine> all() {
        return all;
    }

    /** The machine that takes writes, or did so last. */
    Machine writer() {
        return writer;
    }

    void setWriter(Machine machine) {
        writer = machine;
    }

    /** Has somebody told when a machine that took writes beside the primary does so no longer. */
    void whenOtherEnds(Consumer<Machine> look) {
        otherEnds = look;
    }

    private void change(Machine machine, Role role) {
        boolean ends = machine.role == Role.OTHER_PRIMARY && role != Role.OTHER_PRIMARY;
        machine.role = role;
        if (ends) {
            otherEnds.accept(machine);
        }
    }

    /** The machine has a new role until further notice. */
    void become(Machine machine, Role role) {
        change(machine, role);
        roles.add(machine.index, machine.zone, role.ordinal(), -1);
    }

    /** The machine has a new role for so long, if nothing comes between. */
    void become(Machine machine, Role role, long micros) {
        change(machine, role);
        roles.add(machine.index, machine.zone, role.ordinal(), region.nowMicros() + micros);
    }

    /** Whether the machine runs as one that takes writes. */
    boolean accepts(Machine machine) {
        boolean takes = machine.role == Role.PRIMARY || machine.role == Role.OTHER_PRIMARY;
        return takes && machine.isRunning() && !zones.isDark(machine.zone);
    }

    /**
     * Whether the machine may acknowledge commits. Where the service fails over by itself, a primary that is cut off from the
     * other zones must keep silent, because another may be taking over: this is why there are never two.
     */
    boolean maySay(Machine machine) {
        return !automatic || !zones.isCut(machine.zone);
    }

    /** Whether messages get from a zone to the machine and back. */
    boolean reaches(int zone, Machine machine) {
        return machine.hostUp && zones.connects(zone, machine.zone);
    }

    /** Whether messages get from one machine's zone to the other's. */
    boolean areLinked(Machine one, Machine other) {
        return zones.connects(one.zone, other.zone);
    }

    /** Whether the region gets through to the machine's zone. */
    boolean isReachable(Machine machine) {
        return zones.connects(Zones.OUTSIDE, machine.zone);
    }

    /** How long a message travels from one to the other. */
    long latencyMicros(Machine from, Machine to) {
        return from.zone == to.zone ? 0 : latencyMicros;
    }

    /** Has somebody told when a machine closes its connections. */
    void tell(Connected somebody) {
        connected.add(somebody);
    }

    void closeConnections(Machine machine) {
        connected.forEach(each -> each.closed(machine));
    }

    /** Copies that the machine that takes writes does not reach fall behind, and whoever is connected looks round. */
    void reachChanged() {
        for (Machine machine : all) {
            if (machine.role.isCopy() && !areLinked(writer, machine)) {
                machine.attached = false;
            }
        }
        connected.forEach(Connected::reachChanged);
    }
}
