package dev.tilab.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who reaches whom in a shop's network: a balancer's node in a public subnet, an instance in a private one, a browser outside. */
class ReachTest {

    private static final Peer BROWSER = Peer.outside(Ipv4.of("198.51.100.9"));
    private static final int FROM_PORT = 49_152;

    private NetworkAcl aclOfTargets = NetworkAcl.OPEN;
    private boolean routeToInternet = true;
    private @Nullable Ipv4 elastic = Ipv4.of("203.0.113.10");
    private SecurityGroup ofBalancer = new SecurityGroup("sg-lb", List.of(Inbound.from(Cidr.ANYWHERE, 443)));
    private SecurityGroup ofTargets = new SecurityGroup("sg-web", List.of(Inbound.from("sg-lb", 8080)));
    private Set<Integer> listening = Set.of(8080);

    private Interface node() {
        Subnet subnet = new Subnet(0, Cidr.of("10.0.1.0/24"), routeToInternet, NetworkAcl.OPEN);
        return new Interface(
                subnet, Ipv4.of("10.0.1.20"), elastic, List.of(ofBalancer), socket -> socket.port() == 443);
    }

    private Interface web() {
        Subnet subnet = new Subnet(0, Cidr.of("10.0.11.0/24"), false, aclOfTargets);
        return new Interface(
                subnet,
                Ipv4.of("10.0.11.31"),
                null,
                List.of(ofTargets),
                socket -> socket.protocol() == Protocol.TCP && listening.contains(socket.port()));
    }

    private Reach fromBrowser(String called) {
        return Reach.of(new Packet(Protocol.TCP, BROWSER, FROM_PORT, 443), null, node(), Ipv4.of(called));
    }

    private Reach fromNode(int port) {
        Interface node = node();
        return Reach.of(new Packet(Protocol.TCP, node.peer(), FROM_PORT, port), node, web(), web().address());
    }

    @Test
    void aBrowserReachesTheBalancerAndTheBalancerItsTarget() {
        assertThat(fromBrowser("203.0.113.10")).isEqualTo(Reach.OPEN);
        assertThat(fromNode(8080)).isEqualTo(Reach.OPEN);
    }

    /** Guards against an internal balancer that answers the world, and against one that refuses: nobody is there who could. */
    @Test
    void aPrivateAddressMeansNothingOutside() {
        elastic = null;
        assertThat(fromBrowser("10.0.1.20")).isEqualTo(Reach.NO_ROUTE);
        assertThat(Reach.NO_ROUTE.isSilent()).isTrue();
    }

    /** Guards against a route that matters for requests only: an answer needs one as well. */
    @Test
    void aSubnetWithoutARouteToTheGatewayIsSilent() {
        routeToInternet = false;
        assertThat(fromBrowser("203.0.113.10")).isEqualTo(Reach.NO_ROUTE);
        assertThat(fromNode(8080)).as("inside, its node does its work").isEqualTo(Reach.OPEN);
    }

    @Test
    void aSecurityGroupKeepsSilentInsteadOfRefusing() {
        ofBalancer = new SecurityGroup("sg-lb", List.of(Inbound.from(Cidr.of("10.0.0.0/16"), 443)));
        assertThat(fromBrowser("203.0.113.10")).isEqualTo(Reach.NOT_ADMITTED).matches(Reach::isSilent);
        ofTargets = new SecurityGroup("sg-web", List.of(Inbound.from(Cidr.of("198.51.100.9/32"), 8080)));
        assertThat(fromNode(8080)).isEqualTo(Reach.NOT_ADMITTED);
    }

    /** Guards against a check by the address of the node: a rule that names a group asks who is in it. */
    @Test
    void aRuleThatNamesAGroupAdmitsWhoeverIsInIt() {
        Interface node = node();
        Packet kept = new Packet(Protocol.TCP, BROWSER, FROM_PORT, 8080);
        assertThat(Reach.of(kept, node, web(), web().address()))
                .as("a balancer that keeps client addresses does not send as itself")
                .isEqualTo(Reach.NOT_ADMITTED);
        ofTargets = new SecurityGroup("sg-web", List.of(Inbound.from(Cidr.ANYWHERE, 8080)));
        assertThat(Reach.of(kept, node, web(), web().address())).isEqualTo(Reach.OPEN);
    }

    @Test
    void aPortWhereNobodyListensRefusesAndAnotherProtocolIsAnotherPort() {
        ofTargets = new SecurityGroup(
                "sg-web", List.of(new Inbound(Protocol.TCP, 0, 65_535, Cidr.ANYWHERE, null), udp(8080)));
        assertThat(fromNode(80)).isEqualTo(Reach.REFUSED).matches(reach -> !reach.isSilent());
        Interface node = node();
        assertThat(Reach.of(new Packet(Protocol.UDP, node.peer(), FROM_PORT, 8080), node, web(), web().address()))
                .isEqualTo(Reach.REFUSED);
        listening = Set.of();
        assertThat(fromNode(8080)).isEqualTo(Reach.REFUSED);
    }

    private static Inbound udp(int port) {
        return new Inbound(Protocol.UDP, port, port, Cidr.ANYWHERE, null);
    }

    /** Guards against an ACL that remembers what it let in, as security groups do. */
    @Test
    void anAclWithoutEphemeralPortsKeepsTheAnswerBack() {
        aclOfTargets = new NetworkAcl(
                List.of(NetworkAcl.Rule.allow(100, 8080, 8080)), List.of(NetworkAcl.Rule.allow(100, 443, 443)));
        assertThat(fromNode(8080)).isEqualTo(Reach.DROPPED_BY_ACL);
        aclOfTargets = new NetworkAcl(
                List.of(NetworkAcl.Rule.allow(100, 8080, 8080)),
                List.of(NetworkAcl.Rule.allow(100, NetworkAcl.FIRST_EPHEMERAL, NetworkAcl.LAST_EPHEMERAL)));
        assertThat(fromNode(8080)).isEqualTo(Reach.OPEN);
    }

    /** Guards against rules that are asked in the order in which they were written. */
    @Test
    void theLowestNumberOfAnAclThatMatchesDecides() {
        NetworkAcl.Rule deny = new NetworkAcl.Rule(90, false, Cidr.of("10.0.1.0/24"), 8080, 8080);
        NetworkAcl.Rule allow = NetworkAcl.Rule.allow(100, 0, 65_535);
        aclOfTargets = new NetworkAcl(List.of(allow, deny), List.of(allow));
        assertThat(fromNode(8080)).isEqualTo(Reach.DROPPED_BY_ACL);
        aclOfTargets = new NetworkAcl(
                List.of(new NetworkAcl.Rule(110, false, deny.block(), 8080, 8080), allow), List.of(allow));
        assertThat(fromNode(8080)).isEqualTo(Reach.OPEN);
    }
}
