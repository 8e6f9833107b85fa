package dev.tilab.labs;

import dev.tilab.labs.autoscaling.AutoScalingLab;
import dev.tilab.labs.failover.FailoverLab;
import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.simulation.lab.Lab;
import java.util.List;
import java.util.Optional;

/** The list of labs. A new lab is one line here; the contract test then holds it to what every lab promises. */
public final class Labs {

    private static final List<Lab<?>> ALL = List.of(new LoadBalancingLab(), new FailoverLab(), new AutoScalingLab());

    private Labs() {}

    /** Every lab, in the order in which pages show them. */
    public static List<Lab<?>> all() {
        return ALL;
    }

    /** The lab with this {@linkplain Lab#id id}, if there is one. */
    public static Optional<Lab<?>> find(String id) {
        return ALL.stream().filter(lab -> lab.id().equals(id)).findFirst();
    }
}
