package dev.tilab.labs;

import dev.tilab.labs.autoscaling.AutoScalingLab;
import dev.tilab.labs.elb.ElbLab;
import dev.tilab.labs.failover.FailoverLab;
import dev.tilab.labs.loadbalancing.LoadBalancingLab;
import dev.tilab.simulation.lab.Durations;
import dev.tilab.simulation.lab.Lab;
import dev.tilab.simulation.lab.Scenario;
import dev.tilab.simulation.lab.Still;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The list of labs. A new lab is one line here; the contract test then holds it to what every lab promises. */
public final class Labs {

    private static final List<Lab<?>> ALL =
            List.of(new LoadBalancingLab(), new FailoverLab(), new AutoScalingLab(), new ElbLab());

    /** Instants of a run that are drawn to make a small picture of it move. */
    public static final int FRAMES = 72;

    /** The one of them at which a picture that stands still has something to tell: at three quarters of the run. */
    public static final int TELLING = 54;

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

    /**
     * The same run as it goes on, at {@link #FRAMES} instants from its beginning on; {@link #still} is the one at {@link #TELLING}.
     * Drawn anew every time.
     */
    public static <S extends Scenario> List<Still> film(Lab<S> lab) {
        S scenario = lab.scenario(lab.presets().get(0).values());
        long length = lengthMicros(scenario);
        return lab.stills(
                scenario,
                length,
                LongStream.range(0, FRAMES)
                        .map(frame -> length / FRAMES * frame)
                        .toArray());
    }

    private static <S extends Scenario> Optional<Still> opening(Lab<S> lab) {
        S scenario = lab.scenario(lab.presets().get(0).values());
        long length = lengthMicros(scenario);
        return lab.stills(scenario, length, length / FRAMES * TELLING).stream().findFirst();
    }

    private static long lengthMicros(Scenario scenario) {
        return Durations.micros(scenario.values().get("duration")).orElseThrow();
    }
}
