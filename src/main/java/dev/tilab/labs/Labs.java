package dev.tilab.labs;

import dev.tilab.labs.autoscaling.AutoScalingLab;
import dev.tilab.labs.failover.FailoverLab;
import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Still;
import java.util.List;
import java.util.Optional;

/** The list of labs. A new lab is one line here; the contract test then holds it to what every lab promises. */
public final class Labs {

    private static final List<Lab<?>> ALL = List.of(new LoadBalancingLab(), new FailoverLab(), new AutoScalingLab());

    /** Share of a run at which a picture that stands still has something to tell. */
    private static final double TELLING = 0.75;

    private Labs() {}

    /** Every lab, in the order in which pages show them. */
    public static List<Lab<?>> all() {
        return ALL;
    }

    /** The lab with this {@linkplain Lab#id id}, if there is one. */
    public static Optional<Lab<?>> find(String id) {
        return ALL.stream().filter(lab -> lab.id().equals(id)).findFirst();
    }

    /** The lab in small: its first situation at an instant that tells something. Drawn once, since it is always the same. */
    public static Optional<Still> still(Lab<?> lab) {
        int place = ALL.indexOf(lab);
        return place < 0 ? opening(lab) : Small.ALL.get(place);
    }

    /** Drawn when the first page asks. */
    private static final class Small {
        static final List<Optional<Still>> ALL =
                Labs.ALL.stream().<Optional<Still>>map(Labs::opening).toList();
    }

    private static <S extends Scenario> Optional<Still> opening(Lab<S> lab) {
        S scenario = lab.scenario(lab.presets().get(0).values());
        long length = Durations.micros(scenario.values().get("duration")).orElseThrow();
        return lab.still(scenario, (long) (TELLING * length));
    }
}
