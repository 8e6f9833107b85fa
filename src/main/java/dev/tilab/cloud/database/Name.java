package dev.tilab.cloud.database;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;

/** The name under which clients know the database, and the machine that it points to. */
final class Name {

    /** Somebody who has asked for the address once and goes by it. */
    interface Holder {

        /** The name points elsewhere; that does not change the address that was given out. */
        void nameChanged();

        /** Whether the address that it holds is no longer the name's. */
        boolean hasOldAddress();
    }

    private final EventLog.Table changes;
    private final List<Holder> holders = new ArrayList<>();
    private Machine machine;

    Name(Region region, Machine machine) {
        changes = region.log().table("names", "machine");
        point(machine);
    }

    /** The machine that it points to. */
    Machine machine() {
        return machine;
    }

    void point(Machine to) {
        machine = to;
        changes.add(to.index);
    }

    void tell(Holder holder) {
        holders.add(holder);
    }

    /**
     * Tells everybody who goes by it.
     *
     * @return how many of them hold another address
     */
    int tellHolders() {
        holders.forEach(Holder::nameChanged);
        return (int) holders.stream().filter(Holder::hasOldAddress).count();
    }
}
