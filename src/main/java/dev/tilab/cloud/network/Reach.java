package dev.tilab.cloud.network;

import dev.tilab.cloud.network.Interface.Socket;
import org.jspecify.annotations.Nullable;

/** How the first packet of a connection ends. Whoever sent it is told less: silence, or a refusal. */
public enum Reach {
    /** Somebody listens: what is said now is the business of both ends. */
    OPEN,
    /** No answer: there is no way to this address from there, or none back. */
    NO_ROUTE,
    /** No answer: a network ACL drops it, or its answer. */
    DROPPED_BY_ACL,
    /** No answer: no security group admits it. */
    NOT_ADMITTED,
    /** Refused at once: the host is there, nobody listens. */
    REFUSED;

    /** Whether whoever asked waits until patience ends. */
    public boolean isSilent() {
        return this == NO_ROUTE || this == DROPPED_BY_ACL || this == NOT_ADMITTED;
    }

    /**
     * Sends a packet to an interface.
     *
     * @param packet what is sent; its sender need not be who carries it on, as behind a balancer that keeps client addresses
     * @param via the interface in the same VPC that sends or carries it on; null where it comes from the internet
     * @param to whose socket it shall reach
     * @param called the address of {@code to} that was called, which a gateway translates into its private one
     */
    public static Reach of(Packet packet, @Nullable Interface via, Interface to, Ipv4 called) {
        if (via == null && (!called.equals(to.elastic()) || !to.subnet().toInternet())) {
            return NO_ROUTE; // a private address means nothing out there, and the answer needs a way out
        }
        if (!passesAcls(packet, via, to)) {
            return DROPPED_BY_ACL;
        }
        if (!to.gates().isEmpty() && to.gates().stream().noneMatch(gate -> gate.admits(packet))) {
            return NOT_ADMITTED;
        }
        return to.sockets().test(new Socket(packet.protocol(), packet.port())) ? OPEN : REFUSED;
    }

    /** There and back: an ACL does not remember what it let in. Within a subnet nothing passes one. */
    private static boolean passesAcls(Packet packet, @Nullable Interface via, Interface to) {
        if (via != null && via.subnet().equals(to.subnet())) {
            return true;
        }
        Ipv4 sender = packet.from().address();
        NetworkAcl there = to.subnet().acl();
        if (!there.letsIn(sender, packet.port()) || !there.letsOut(sender, packet.fromPort())) {
            return false;
        }
        if (via == null) {
            return true;
        }
        NetworkAcl here = via.subnet().acl();
        return here.letsOut(to.address(), packet.port()) && here.letsIn(to.address(), packet.fromPort());
    }
}
