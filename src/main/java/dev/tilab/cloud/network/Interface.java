package dev.tilab.cloud.network;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has an address in a VPC: a node of a load balancer, an instance.
 *
 * @param address its private one, out of its subnet
 * @param elastic the public one that an internet gateway translates into it, or null
 * @param gates its security groups: one of them has to admit. No gate at all where the list is empty, as with a Network Load
 * Balancer without security groups
 * @param sockets whether anybody listens there
 */
public record Interface(
        Subnet subnet, Ipv4 address, @Nullable Ipv4 elastic, List<SecurityGroup> gates, Predicate<Socket> sockets) {

    /** A door into a host. */
    public record Socket(Protocol protocol, int port) {}

    public Interface {
        gates = List.copyOf(gates);
        if (!subnet.block().contains(address)) {
            throw new IllegalArgumentException(address + " is not in " + subnet.block());
        }
    }

    /** Itself, when it sends. */
    public Peer peer() {
        return new Peer(address, gates.stream().map(SecurityGroup::name).toList());
    }
}
