package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Cidr;
import dev.tilab.cloud.network.Inbound;
import dev.tilab.cloud.network.Interface;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.cloud.network.NetworkAcl;
import dev.tilab.cloud.network.Packet;
import dev.tilab.cloud.network.Peer;
import dev.tilab.cloud.network.Protocol;
import dev.tilab.cloud.network.Reach;
import dev.tilab.cloud.network.SecurityGroup;
import dev.tilab.cloud.network.Subnet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How the first packet of a connection ends, to a node and from a node to a target: {@link Reach} asked once for each state of the
 * network, remembered until somebody changes it. The balancer's own security group admits every port that senders call (assumed: the
 * doctor has the other case), and a gate that shuts cuts what is open, too (assumed: on AWS a tracked connection may go on).
 */
final class Ways {

    private static final String BALANCER = "balancer";
    private static final Cidr VPC = Cidr.of("10.0.0.0/16");
    private static final Ipv4 SOMEWHERE = Ipv4.of("198.51.100.1");

    private final ElbScenario scenario;
    private final Balancer balancer;
    private final boolean keepsClients;
    private final BitSet stopped = new BitSet();
    private final BitSet shut = new BitSet();

    /** By node, whether the address is private, where the sender is, service; null where nobody has asked yet. */
    private final Reach[] in = new Reach[2 * 2 * 3 * Service.values().length];

    /** By node, protocol, target. */
    private final Reach[] out;

    Ways(ElbScenario scenario, Balancer balancer) {
        this.scenario = scenario;
        this.balancer = balancer;
        keepsClients = balancer == Balancer.NLB;
        out = new Reach[2 * 2 * scenario.targets.size()];
    }

    void setStopped(int target, boolean isStopped) {
        stopped.set(target, isStopped);
        changed();
    }

    void setShut(Service service, boolean isShut) {
        shut.set(service.ordinal(), isShut);
        changed();
    }

    boolean isStopped(int target) {
        return stopped.get(target);
    }

    boolean isShut(Service service) {
        return shut.get(service.ordinal());
    }

    /** What was remembered holds no longer. */
    void changed() {
        Arrays.fill(in, null);
        Arrays.fill(out, null);
    }

    /**
     * From a sender to a node.
     *
     * @param zone of the sender
     * @param called the address that he calls
     * @param isPrivate whether that is a private one
     * @param isInternal whether nodes have no other now
     */
    Reach toNode(int zone, int node, Ipv4 called, boolean isPrivate, boolean isInternal, Service service) {
        int key = ((node * 2 + (isPrivate ? 1 : 0)) * 3 + zone + 1) * Service.values().length + service.ordinal();
        if (in[key] == null) {
            Interface door = door(node, isInternal ? null : isPrivate ? SOMEWHERE : called);
            Packet packet = new Packet(
                    service.protocol(),
                    zone < 0 ? Peer.outside(SOMEWHERE) : machine(zone).peer(),
                    NetworkAcl.LAST_EPHEMERAL,
                    scenario.port(service));
            in[key] = Reach.of(packet, zone < 0 ? null : machine(zone), door, called);
        }
        return in[key];
    }

    /** From a node to a target, whose port is that of its service: a Classic Load Balancer's instances all have every port. */
    Reach toTarget(int node, int target, Protocol protocol) {
        int key = (node * 2 + protocol.ordinal()) * scenario.targets.size() + target;
        if (out[key] == null) {
            Interface door = door(node, null);
            Peer from = keepsClientOf(target, protocol) ? Peer.outside(SOMEWHERE) : door.peer();
            Interface to = target(target);
            int port = scenario.port(scenario.targets.get(target).service());
            out[key] = Reach.of(new Packet(protocol, from, NetworkAcl.LAST_EPHEMERAL, port), door, to, to.address());
        }
        return out[key];
    }

    /** How a health check ends. */
    Reach check(int node, int target) {
        return toTarget(node, target, scenario.targets.get(target).service().protocol());
    }

    /**
     * Whether a target sees the client's address. By instance as set; by address never over TCP unless it is asked for, which nobody
     * can here; over UDP always (AWS, Network Load Balancers, "Client IP preservation").
     */
    boolean keepsClientOf(int target, Protocol protocol) {
        return keepsClients
                && (protocol == Protocol.UDP
                        || scenario.preservesClientIp
                                && !scenario.targets.get(target).byAddress());
    }

    private Interface door(int node, Ipv4 elastic) {
        return new Interface(
                subnet(node),
                Addresses.privateOf(balancer, node, 0),
                elastic,
                balancer == Balancer.NLB ? List.of() : List.of(new SecurityGroup(BALANCER, everyPort())),
                socket -> scenario.listeners(balancer).stream()
                        .anyMatch(listener -> listener.hears(socket.protocol(), socket.port())));
    }

    private static List<Inbound> everyPort() {
        return Arrays.stream(Protocol.values())
                .map(protocol -> new Inbound(protocol, 0, 65_535, Cidr.ANYWHERE, null))
                .toList();
    }

    private Interface target(int target) {
        Placed placed = scenario.targets.get(target);
        Service service = placed.service();
        int port = scenario.port(service);
        boolean runs = !stopped.get(target);
        return new Interface(
                subnet(placed.zone()),
                Addresses.ofTarget(scenario.targets, target),
                null,
                List.of(new SecurityGroup(
                        Words.id(service), isShut(service) ? List.of() : admits(service.protocol(), port))),
                socket -> runs && socket.protocol() == service.protocol() && socket.port() == port);
    }

    /** Whoever shall get in: the balancer's group, or clients whose addresses are kept, or else the VPC. */
    private List<Inbound> admits(Protocol protocol, int port) {
        if (!keepsClients) {
            return List.of(new Inbound(protocol, port, port, null, BALANCER));
        }
        return List.of(
                new Inbound(protocol, port, port, Cidr.ANYWHERE, null), new Inbound(protocol, port, port, VPC, null));
    }

    private static Interface machine(int zone) {
        return new Interface(subnet(zone), Addresses.inZone(zone, 200), null, List.of(), socket -> false);
    }

    private static Subnet subnet(int zone) {
        return new Subnet(zone, Addresses.subnet(zone), true, NetworkAcl.OPEN);
    }
}
