package dev.tilab.cloud.network;

import java.util.List;

/**
 * A gate before an interface. It only lets in, it never refuses: what nothing admits gets no answer. It is stateful, so answers pass
 * (AWS, Amazon VPC, "Control traffic to your AWS resources using security groups"); outbound rules are left as AWS makes them, open.
 *
 * @param name by which other groups' rules name it
 * @param inbound what it lets in; nothing where there is none
 */
public record SecurityGroup(String name, List<Inbound> inbound) {

    public SecurityGroup {
        inbound = List.copyOf(inbound);
    }

    boolean admits(Packet packet) {
        return inbound.stream().anyMatch(rule -> rule.admits(packet));
    }
}
