package dev.tilab.labs.elb;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.Detection;
import dev.tilab.cloud.network.Ipv4;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A balancer's name: the nodes that it answers with, each with its address. A node that cannot be reached leaves the answer after a
 * while, and comes back as long after it is there again; with none left all are listed. Where addresses change, an old one answers
 * for a while yet.
 */
final class Doors implements Zones.Listener {

    /**
     * What the name answered at a time.
     *
     * @param nodes by place in the answer
     * @param addresses numbers of their addresses
     * @param generation how often addresses had changed
     * @param isInternal whether they are private ones
     */
    record Answer(int[] nodes, int[] addresses, int generation, boolean isInternal) {}

    /** One in each zone, by its number. */
    private static final List<Integer> NODES = List.of(0, 1);

    private final Region region;
    private final ElbScenario scenario;
    private final Balancer balancer;
    private final AddressList addresses;
    private final IntConsumer whenReturned;
    private final Detection detection;
    private final boolean[] serving = {true, true};
    private final List<Answer> answers = new ArrayList<>();
    private final EventLog.Table rows;
    private final EventLog.Table marks;
    private int generation;
    private int retired;
    private boolean internal;

    /** @param whenReturned told of a generation whose addresses nobody has any more */
    Doors(Region region, ElbScenario scenario, Balancer balancer, AddressList addresses, IntConsumer whenReturned) {
        this.region = region;
        this.scenario = scenario;
        this.balancer = balancer;
        this.addresses = addresses;
        this.whenReturned = whenReturned;
        internal = scenario.isInternal;
        rows = region.log().table("names", "node", "address", "listed", "generation");
        marks = region.log().table("system", "kind", "subject");
        detection = new Detection(region, NODES, scenario.nodeDetectionMicros, this::believed);
        region.zones().tell(this);
        say();
        if (balancer.renewsAddresses() && scenario.renewAtMicros > 0) {
            region.later(scenario.renewAtMicros, this::renew);
        }
    }

    /** Other nodes take over, under other addresses; where addresses are for life nothing happens. */
    void renew() {
        if (!balancer.renewsAddresses()) {
            return;
        }
        int old = generation++;
        mark(SystemMark.ADDRESSES_RENEWED, 0);
        say();
        region.later(scenario.addressGraceMicros, () -> {
            retired = Math.max(retired, old + 1);
            mark(SystemMark.ADDRESSES_RETURNED, 0);
            whenReturned.accept(old);
        });
    }

    void setInternal(boolean isInternal) {
        if (internal != isInternal) {
            internal = isInternal;
            say();
        }
    }

    /** A node has nobody left to pass letters to, or somebody again. */
    void setServing(int node, boolean isServing) {
        if (serving[node] != isServing) {
            serving[node] = isServing;
            mark(isServing ? SystemMark.ZONE_IN_DNS : SystemMark.ZONE_OUT_OF_DNS, node);
            say();
        }
    }

    boolean isInternal() {
        return internal;
    }

    /** Whether nobody has the addresses of this generation any more. */
    boolean isReturned(int which) {
        return which < retired;
    }

    @Override
    public void linksChanged() {
        detection.look();
    }

    private void believed(int node) {
        mark(detection.isBelieved(node) ? SystemMark.ZONE_IN_DNS : SystemMark.ZONE_OUT_OF_DNS, node);
        say();
    }

    /** The number of the present answer. */
    int current() {
        return answers.size() - 1;
    }

    Answer answer(int number) {
        return answers.get(number);
    }

    private void mark(SystemMark what, int subject) {
        marks.add(what.ordinal(), subject);
    }

    private void say() {
        int[] all = NODES.stream()
                .mapToInt(Integer::intValue)
                .filter(this::isListed)
                .toArray();
        int[] theirs = Arrays.stream(all).map(this::address).toArray();
        answers.add(new Answer(all, theirs, generation, internal));
        for (int node = 0; node < NODES.size(); node++) {
            rows.add(node, address(node), isListed(node) ? 1 : 0, generation);
        }
    }

    private int address(int node) {
        Ipv4 address = internal
                ? Addresses.privateOf(balancer, node, generation)
                : Addresses.publicOf(balancer, node, generation);
        return addresses.number(address);
    }

    /** Of those that are there the ones that serve; where none is, all. */
    private boolean isListed(int node) {
        int other = 1 - node;
        if (detection.isBelieved(node) != detection.isBelieved(other)) {
            return detection.isBelieved(node);
        }
        return serving[node] || !serving[other];
    }
}
