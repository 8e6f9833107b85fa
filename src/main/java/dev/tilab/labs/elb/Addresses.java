package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Cidr;
import dev.tilab.cloud.network.Ipv4;
import java.util.List;

/** Who has which address; those of the internet are for documents (RFC 5737). Assumed. */
final class Addresses {

    private static final int FIRST_TARGET = 100;

    private Addresses() {}

    static Cidr subnet(int zone) {
        return Cidr.of("10.0." + (zone + 1) + ".0/24");
    }

    static Ipv4 inZone(int zone, int host) {
        return Ipv4.of("10.0." + (zone + 1) + "." + host);
    }

    static Ipv4 ofTarget(List<Placed> targets, int target) {
        return inZone(targets.get(target).zone(), FIRST_TARGET + target);
    }

    /** A node's own address, and the only one that it has in an internal balancer. */
    static Ipv4 privateOf(Balancer balancer, int node, int generation) {
        return inZone(node, 10 + 27 * balancer.ordinal() + generation % 26);
    }

    /** The address that the internet knows a node by. */
    static Ipv4 publicOf(Balancer balancer, int node, int generation) {
        return Ipv4.of("203.0.113."
                + (10
                        + 60 * node
                        + 120 * (balancer == Balancer.CLB ? 1 : 0)
                        + (balancer == Balancer.NLB ? 58 : balancer == Balancer.DNS ? 59 : 3 * generation % 57)));
    }
}
