package dev.tilab.cloud.network;

import org.jspecify.annotations.Nullable;

/**
 * What a security group lets in (AWS, Amazon VPC, "Security group rules"): its source is a block of addresses or another group,
 * never both.
 *
 * @param firstPort first port that may be reached, 0–65535
 * @param lastPort last port, inclusive
 * @param block from where, or null
 * @param group name of the group that whoever sends must be in, or null
 */
public record Inbound(
        Protocol protocol,
        int firstPort,
        int lastPort,
        @Nullable Cidr block,
        @Nullable String group) {

    /** A port from a block of addresses. */
    public static Inbound from(Cidr block, int port) {
        return new Inbound(Protocol.TCP, port, port, block, null);
    }

    /** A port from whoever is in the group. */
    public static Inbound from(String group, int port) {
        return new Inbound(Protocol.TCP, port, port, null, group);
    }

    boolean admits(Packet packet) {
        return packet.protocol() == protocol
                && packet.port() >= firstPort
                && packet.port() <= lastPort
                && (block != null && block.contains(packet.from().address())
                        || group != null && packet.from().isIn(group));
    }

    @Override
    public String toString() {
        return (firstPort == lastPort ? "" + firstPort : firstPort + "-" + lastPort) + " ← "
                + (block == null ? group : block);
    }
}
