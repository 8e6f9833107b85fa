package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.balancer.listener.Action;
import dev.tilab.cloud.balancer.listener.HttpRequest;
import dev.tilab.cloud.network.Interface;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.cloud.network.NetworkAcl;
import dev.tilab.cloud.network.Packet;
import dev.tilab.cloud.network.Peer;
import dev.tilab.cloud.network.Protocol;
import dev.tilab.cloud.network.Reach;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far a request comes and with what end: a pure function of how everything is set, of who asks, and of the moment. It only
 * asks {@link Reach}, the listener's rules and the application. Times are AWS's: 10 s until an Application Load Balancer gives up a
 * connection, 60 s until it gives up an answer; 503 where no target is registered, or all are unused (AWS, Application Load
 * Balancers, "Troubleshoot your Application Load Balancers"). That a port without a listener refuses, and a Network Load Balancer whose
 * group has nobody, is assumed: no page of AWS says it.
 */
final class Evaluation {

    /** Of whoever connects: who has no connection by then gives up. Assumed. */
    static final long PATIENCE_MICROS = 10_000_000;

    /** Until a balancer gives up to connect. */
    static final long CONNECT_MICROS = 10_000_000;

    /** Idle timeout of an Application Load Balancer. */
    static final long IDLE_MICROS = 60_000_000;

    /** There and back within a region, and the application's work on what is quick. Assumed. */
    static final long HOP_MICROS = 100_000;

    private final SetUp setUp;
    private final Site site;
    private final Application application;

    Evaluation(SetUp setUp) {
        this.setUp = setUp;
        site = new Site(setUp);
        application = new Application(setUp);
    }

    Application application() {
        return application;
    }

    Site site() {
        return site;
    }

    SetUp setUp() {
        return setUp;
    }

    /**
     * What somebody outside gets.
     *
     * @param target that the balancer would choose; −1 where it has none
     */
    Way fromOutside(int node, int target, Moment moment) {
        Peer customer = Peer.outside(Site.CUSTOMER);
        return ask(customer, null, site.address(node), node, target, moment);
    }

    /** What the application on a target gets that asks the shop's private name. */
    Way fromTarget(int asking, int node, int target, Moment moment) {
        Interface host = site.targets().get(asking);
        return ask(host.peer(), host, site.nodes().get(node).address(), node, target, moment);
    }

    private Way ask(Peer from, @Nullable Interface via, Ipv4 called, int node, int target, Moment moment) {
        Interface door = site.nodes().get(node);
        Packet first = new Packet(Protocol.TCP, from, moment.port(), Site.HTTPS);
        switch (Reach.of(first, via, door, called)) {
            case NO_ROUTE:
                return Way.silent(called.equals(door.elastic()) ? Place.SUBNET_ROUTE : Place.SCHEME);
            case NOT_ADMITTED:
                return Way.silent(Place.BALANCER_SG);
            case DROPPED_BY_ACL:
                return Way.silent(Place.NETWORK_ACL);
            case REFUSED:
                return Way.refused(Place.LISTENER);
            default:
                return setUp.kind() == Kind.ALB ? request(node, target, moment) : flow(from, node, target, moment);
        }
    }

    /** An Application Load Balancer opens the letter and answers for itself what it cannot pass on. */
    private Way request(int node, int target, Moment moment) {
        Action action = site.rules().decide(HttpRequest.get(Site.HOST, "/")).action();
        if (action instanceof Action.Fixed fixed) {
            return Way.answered(Place.RULES, fixed.status(), HOP_MICROS);
        }
        if (target < 0) {
            return Way.answered(whyNone(), 503, HOP_MICROS);
        }
        Interface door = site.nodes().get(node);
        Way inside = toTarget(door.peer(), door, target, moment);
        return switch (inside.how()) {
            case SILENT -> Way.answered(why(inside), 504, CONNECT_MICROS);
            case REFUSED -> Way.answered(why(inside), 502, HOP_MICROS);
            default -> application.answer(moment);
        };
    }

    /** A Network Load Balancer passes on what comes, a refusal too; whom the target sees depends on one attribute. */
    private Way flow(Peer from, int node, int target, Moment moment) {
        if (target < 0) {
            return Way.refused(whyNone());
        }
        Interface door = site.nodes().get(node);
        if (setUp.is(Place.PRESERVE_CLIENT_IP, "off")) {
            return toTarget(door.peer(), door, target, moment);
        }
        boolean itself = from.address().equals(site.targets().get(target).address());
        // A packet from its own address is none that a host takes: AWS calls it hairpinning.
        return itself ? Way.silent(Place.PRESERVE_CLIENT_IP) : toTarget(from, door, target, moment);
    }

    private Place whyNone() {
        return site.isRegistered() ? Place.ZONES : Place.REGISTERED;
    }

    private static Place why(Way inside) {
        return inside.place() == null ? Place.BIND : inside.place();
    }

    /** A connection to a target and a request on it, whose answer comes at once. */
    private Way toTarget(Peer from, Interface via, int target, Moment moment) {
        Interface host = site.targets().get(target);
        int port = groupPort();
        Reach reach = Reach.of(new Packet(Protocol.TCP, from, moment.port(), port), via, host, host.address());
        return switch (reach) {
            case OPEN -> Way.arrived(200, HOP_MICROS);
            case REFUSED -> Way.refused(port == Site.APPLICATION ? Place.BIND : Place.GROUP_PORT);
            case DROPPED_BY_ACL -> Way.silent(Place.NETWORK_ACL);
            // A target has no internet address and needs none: the node carries the packet to it.
            case NOT_ADMITTED, NO_ROUTE ->
                Way.silent(admitsNode(via, host, port, moment) ? Place.PRESERVE_CLIENT_IP : Place.TARGET_SG);
        };
    }

    /** Whether it is only the client whom the target does not admit. */
    private static boolean admitsNode(Interface via, Interface host, int port, Moment moment) {
        return !Reach.of(new Packet(Protocol.TCP, via.peer(), moment.port(), port), via, host, host.address())
                .isSilent();
    }

    private int groupPort() {
        return Integer.parseInt(setUp.at(Place.GROUP_PORT));
    }

    /** What a health check of a node gets from a target. */
    Way check(int node, int target, Moment moment) {
        Interface door = site.nodes().get(node);
        return health(toTarget(door.peer(), door, target, moment));
    }

    /** What somebody in the balancer's subnet gets who asks a target for its health. */
    Way checkFromBeside(int target) {
        Interface beside = site.besideNode();
        return health(toTarget(beside.peer(), beside, target, Moment.CALM));
    }

    /** What somebody in the balancer's subnet gets who asks a target for the shop's first page, and who waits for it. */
    Way pageFromBeside(int target) {
        Interface beside = site.besideNode();
        Way way = toTarget(beside.peer(), beside, target, Moment.CALM);
        return way.isFine() ? Way.arrived(200, HOP_MICROS + application.responseMicros()) : way;
    }

    private Way health(Way way) {
        boolean there = setUp.is(Place.HEALTH_CHECK, "health");
        return way.isFine() && !there ? Way.answered(Place.HEALTH_CHECK, 404, HOP_MICROS) : way;
    }

    /** What a target gets that asks itself: whatever stands in its way, it is its own. */
    Way onHost() {
        return Way.arrived(200, HOP_MICROS + application.responseMicros());
    }

    /** An ordinary moment from the lowest port, and one from a high port that meets the closing of a connection that is closed too early. */
    List<Moment> tellingMoments() {
        return List.of(
                new Moment(NetworkAcl.FIRST_EPHEMERAL, 0),
                new Moment(Moment.CALM.port(), application.keepAliveMicros()));
    }

    /** Whether nobody can find anything wrong, whenever and wherever they ask. */
    boolean isWell() {
        return IntStream.range(0, site.targets().size())
                .allMatch(target -> site.isUsed(target)
                        && IntStream.range(0, Site.NODES)
                                .allMatch(node ->
                                        tellingMoments().stream().allMatch(moment -> isWell(node, target, moment))));
    }

    private boolean isWell(int node, int target, Moment moment) {
        return fromOutside(node, target, moment).isFine()
                && check(node, target, moment).isFine()
                && (setUp.kind() == Kind.ALB
                        || fromTarget(0, node, target, moment).isFine());
    }
}
