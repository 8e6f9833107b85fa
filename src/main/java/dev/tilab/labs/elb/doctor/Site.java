package dev.tilab.labs.elb.doctor;

import dev.tilab.cloud.balancer.listener.Action;
import dev.tilab.cloud.balancer.listener.Condition;
import dev.tilab.cloud.balancer.listener.Rule;
import dev.tilab.cloud.balancer.listener.Rules;
import dev.tilab.cloud.network.Cidr;
import dev.tilab.cloud.network.Inbound;
import dev.tilab.cloud.network.Interface;
import dev.tilab.cloud.network.Ipv4;
import dev.tilab.cloud.network.NetworkAcl;
import dev.tilab.cloud.network.Protocol;
import dev.tilab.cloud.network.SecurityGroup;
import dev.tilab.cloud.network.Subnet;
import java.util.List;
import java.util.stream.IntStream;

/** What a {@link SetUp} makes of the network: interfaces in subnets, behind their gates, with their sockets. */
final class Site {

    static final String HOST = "shop.kr";

    /** By which the shop is called within its VPC: answers with the private addresses of the nodes. */
    static final String OWN_NAME = "shop.internal";

    static final int HTTPS = 443;
    /** Where the application listens, whatever its target group says. */
    static final int APPLICATION = 8080;

    static final int NODES = 2;

    static final Ipv4 CUSTOMER = Ipv4.of("192.0.2.44");
    static final Cidr VPC = Cidr.of("10.0.0.0/16");
    static final Cidr OFFICE = Cidr.of("198.51.100.9/32");

    private static final int LAST_PORT = 65_535;
    private static final List<Ipv4> PUBLIC = List.of(Ipv4.of("203.0.113.10"), Ipv4.of("203.0.113.74"));
    private static final List<Ipv4> PRIVATE = List.of(Ipv4.of("10.0.1.20"), Ipv4.of("10.0.2.27"));
    private static final SecurityGroup NO_WEB = new SecurityGroup("sg-lb", List.of());

    private final SetUp setUp;
    private final List<Interface> nodes;
    private final List<Interface> targets;
    private final Rules rules;

    Site(SetUp setUp) {
        this.setUp = setUp;
        nodes = IntStream.range(0, NODES).mapToObj(this::node).toList();
        targets = IntStream.range(0, setUp.targetZones().size())
                .mapToObj(this::target)
                .toList();
        rules = new Rules(
                List.of(new Rule(10, List.of(new Condition.Host(hosts(setUp))), Action.Forward.to("tg-web"))),
                new Action.Fixed(404));
    }

    /** The balancer's interface in one of its zones. */
    Interface node(int zone) {
        boolean open = zone == 0 || setUp.is(Place.SUBNET_ROUTE, "igw");
        Ipv4 elastic = setUp.is(Place.SCHEME, "internet-facing") ? PUBLIC.get(zone) : null;
        List<Integer> listening = listening(setUp);
        return new Interface(
                new Subnet(zone, publicBlock(zone), open, NetworkAcl.OPEN),
                PRIVATE.get(zone),
                elastic,
                setUp.kind() == Kind.ALB ? List.of(new SecurityGroup("sg-lb", balancerInbound(setUp))) : List.of(),
                socket -> socket.protocol() == Protocol.TCP && listening.contains(socket.port()));
    }

    private Interface target(int number) {
        int zone = setUp.targetZones().get(number);
        boolean toAll = setUp.is(Place.BIND, "any");
        return new Interface(
                new Subnet(zone, Cidr.of("10.0." + (11 + zone) + ".0/24"), false, acl(setUp)),
                Ipv4.of("10.0." + (11 + zone) + "." + (31 + number)),
                null,
                List.of(new SecurityGroup("sg-web", targetInbound(setUp))),
                socket -> toAll && socket.protocol() == Protocol.TCP && socket.port() == APPLICATION);
    }

    /** A machine beside the first node, in its security group where it has one: what asks there asks as the node does. */
    Interface besideNode() {
        Interface node = nodes.get(0);
        return new Interface(
                node.subnet(),
                Ipv4.of("10.0.1.250"),
                null,
                setUp.kind() == Kind.ALB ? List.of(NO_WEB) : List.of(),
                socket -> false);
    }

    List<Interface> nodes() {
        return nodes;
    }

    List<Interface> targets() {
        return targets;
    }

    Rules rules() {
        return rules;
    }

    /** What the name answers: the public address of a node, or the private one where there is no other. */
    Ipv4 address(int node) {
        Ipv4 elastic = nodes.get(node).elastic();
        return elastic == null ? nodes.get(node).address() : elastic;
    }

    static List<Integer> listening(SetUp setUp) {
        return switch (setUp.at(Place.LISTENER)) {
            case "443" -> List.of(80, HTTPS);
            case "8443" -> List.of(80, 8443);
            default -> List.of(80);
        };
    }

    static List<Inbound> balancerInbound(SetUp setUp) {
        return switch (setUp.at(Place.BALANCER_SG)) {
            case "anywhere" -> List.of(Inbound.from(Cidr.ANYWHERE, 80), Inbound.from(Cidr.ANYWHERE, HTTPS));
            case "vpc" -> List.of(Inbound.from(VPC, 80), Inbound.from(VPC, HTTPS));
            default -> List.of(Inbound.from(Cidr.ANYWHERE, 80));
        };
    }

    static List<Inbound> targetInbound(SetUp setUp) {
        return switch (setUp.at(Place.TARGET_SG)) {
            case "balancer" -> List.of(new Inbound(Protocol.TCP, 0, LAST_PORT, null, "sg-lb"));
            case "balancer-443" -> List.of(Inbound.from("sg-lb", HTTPS));
            case "vpc" -> List.of(new Inbound(Protocol.TCP, 0, LAST_PORT, VPC, null));
            case "anywhere" -> List.of(new Inbound(Protocol.TCP, 0, LAST_PORT, Cidr.ANYWHERE, null));
            default -> List.of(Inbound.from(OFFICE, APPLICATION));
        };
    }

    /** What gets out of the targets' subnets; everything gets in. */
    static NetworkAcl acl(SetUp setUp) {
        List<NetworkAcl.Rule> outbound = switch (setUp.at(Place.NETWORK_ACL)) {
            case "no-return" -> List.of(NetworkAcl.Rule.allow(100, 80, 80), NetworkAcl.Rule.allow(110, HTTPS, HTTPS));
            case "linux-range" ->
                List.of(NetworkAcl.Rule.allow(100, 80, HTTPS), NetworkAcl.Rule.allow(110, 32_768, 60_999));
            default ->
                List.of(
                        NetworkAcl.Rule.allow(100, 80, HTTPS),
                        NetworkAcl.Rule.allow(110, NetworkAcl.FIRST_EPHEMERAL, NetworkAcl.LAST_EPHEMERAL));
        };
        return new NetworkAcl(NetworkAcl.OPEN.inbound(), outbound);
    }

    static List<String> hosts(SetUp setUp) {
        return switch (setUp.at(Place.RULES)) {
            case "www-only" -> List.of("www." + HOST);
            case "subdomains" -> List.of("*." + HOST);
            default -> List.of(HOST, "www." + HOST);
        };
    }

    /** Whether the balancer may send to targets there. */
    boolean isEnabled(int zone) {
        return switch (setUp.at(Place.ZONES)) {
            case "a-b-c" -> zone <= 2;
            case "a-b-d" -> zone <= 1 || zone == 3;
            default -> zone <= 1;
        };
    }

    /** Whether the group has them. */
    boolean isRegistered() {
        return setUp.is(Place.REGISTERED, "web");
    }

    /** Whether requests may be sent to a target at all. */
    boolean isUsed(int target) {
        return isRegistered() && isEnabled(setUp.targetZones().get(target));
    }

    private static Cidr publicBlock(int zone) {
        return Cidr.of("10.0." + (1 + zone) + ".0/24");
    }
}
