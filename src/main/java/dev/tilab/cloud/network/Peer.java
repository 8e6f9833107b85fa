package dev.tilab.cloud.network;

import java.util.List;

/**
 * Who sends: somewhere in the internet, or an interface of the VPC.
 *
 * @param address under which it sends
 * @param groups names of the security groups that it is in; none outside
 */
public record Peer(Ipv4 address, List<String> groups) {

    public Peer {
        groups = List.copyOf(groups);
    }

    /** Somebody in the internet. */
    public static Peer outside(Ipv4 address) {
        return new Peer(address, List.of());
    }

    boolean isIn(String group) {
        return groups.contains(group);
    }
}
