package dev.tilab.labs.elb;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.cloud.network.Reach;

/** Rules 1 to 4 of a letter's way: name, wall, the balancer's gate, listener. */
final class Entrance {

    /**
     * What became of an attempt to come in.
     *
     * @param why what keeps the letter out; null if it is in
     * @param isSilent whether nothing came back: another address may be tried
     */
    record Attempt(int node, int address, int generation, Fate why, boolean isSilent) {}

    private final Region region;
    private final Workload work;
    private final AddressList addresses;
    private final Doors doors;
    private final Resolvers resolvers;
    private final Ways ways;

    Entrance(Region region, ElbScenario scenario, Workload work, AddressList addresses, Doors doors, Ways ways) {
        this.region = region;
        this.work = work;
        this.addresses = addresses;
        this.doors = doors;
        this.ways = ways;
        resolvers = new Resolvers(region, doors, work, scenario.ttlMicros);
    }

    /** @param tries how many addresses have not answered so far */
    Attempt attempt(int row, int tries) {
        Doors.Answer held = resolvers.answer(work.sender[row]);
        int place = (resolvers.place(work.connection[row], held) + tries) % held.nodes().length;
        int node = held.nodes()[place];
        int address = held.addresses()[place];
        Ipv4 called = addresses.get(address);
        Service service = work.serviceOf(row);
        Reach reach = ways.toNode(zone(row), node, called, held.isInternal(), doors.isInternal(), service);
        Fate silence = silence(reach, held, node);
        Fate refusal = service == Service.GAME ? Fate.UDP_DROPPED : Fate.NO_LISTENER;
        Fate why = silence != null ? silence : reach == Reach.REFUSED ? refusal : null;
        return new Attempt(node, address, held.generation(), why, silence != null);
    }

    private int zone(int row) {
        return work.senders.get(work.sender[row]).zone();
    }

    /** Why nothing comes back from there; null if something does. */
    private Fate silence(Reach reach, Doors.Answer held, int node) {
        if (reach == Reach.NO_ROUTE) {
            return Fate.UNREACHABLE;
        }
        if (doors.isReturned(held.generation())) {
            return Fate.OLD_ADDRESS;
        }
        if (region.zones().isDark(node)) {
            return Fate.DARK_ZONE;
        }
        return reach.isSilent() ? Fate.NOT_ADMITTED : null;
    }

    /** Whether the sender knows another address to try. */
    boolean hasAnother(int row, int tries) {
        int sender = work.sender[row];
        return tries + 1 < resolvers.choices(sender, resolvers.answer(sender));
    }

    /** A game asks the name again whenever its answer is old: a datagram is bound to nothing (assumed). */
    boolean isElsewhere(int row, Kept over) {
        Doors.Answer held = resolvers.answer(work.sender[row]);
        return held.addresses()[resolvers.place(work.connection[row], held)] != over.address;
    }
}
