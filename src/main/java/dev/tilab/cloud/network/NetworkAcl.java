package dev.tilab.cloud.network;

import java.util.Comparator;
import java.util.List;

/**
 * A gate around a subnet. It is stateless: a request and its answer are two packets, each of which needs a rule (AWS, Amazon VPC,
 * "Control subnet traffic with network access control lists"). Rules are asked by ascending number, the first that matches decides;
 * where none does the packet is dropped without a word.
 *
 * @param inbound for packets into the subnet
 * @param outbound for packets out of it
 */
public record NetworkAcl(List<Rule> inbound, List<Rule> outbound) {

    /** First and last of the ports that connections are made from; a load balancer takes any of them (same document, "Ephemeral ports"). */
    public static final int FIRST_EPHEMERAL = 1024;

    public static final int LAST_EPHEMERAL = 65_535;

    /** The one that every VPC has at first. */
    public static final NetworkAcl OPEN =
            new NetworkAcl(List.of(Rule.allow(100, 0, 65_535)), List.of(Rule.allow(100, 0, 65_535)));

    public NetworkAcl {
        inbound = inOrder(inbound);
        outbound = inOrder(outbound);
    }

    /**
     * One line.
     *
     * @param number 1–32766, the lowest is asked first
     * @param block of the other end
     * @param firstPort of the ports that a packet may go to
     * @param lastPort inclusive
     */
    public record Rule(int number, boolean allow, Cidr block, int firstPort, int lastPort) {

        /** Lets packets to those ports pass, whoever the other end is. */
        public static Rule allow(int number, int firstPort, int lastPort) {
            return new Rule(number, true, Cidr.ANYWHERE, firstPort, lastPort);
        }

        private boolean matches(Ipv4 other, int port) {
            return block.contains(other) && firstPort <= port && port <= lastPort;
        }
    }

    boolean letsIn(Ipv4 other, int port) {
        return passes(inbound, other, port);
    }

    boolean letsOut(Ipv4 other, int port) {
        return passes(outbound, other, port);
    }

    private static boolean passes(List<Rule> rules, Ipv4 other, int port) {
        return rules.stream()
                .filter(rule -> rule.matches(other, port))
                .findFirst()
                .map(Rule::allow)
                .orElse(false);
    }

    private static List<Rule> inOrder(List<Rule> rules) {
        return rules.stream().sorted(Comparator.comparingInt(Rule::number)).toList();
    }
}
