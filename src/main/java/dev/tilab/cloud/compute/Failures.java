package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;
import dev.tilab.cloud.balancer.Belief;
import java.util.ArrayList;
import java.util.List;

/**
 * What dies, and who notices. The load balancer takes an instance out after as many failed checks as its
 * unhealthy threshold; until then requests sent to it fail. The group learns from EC2 within a minute that an instance does
 * not run, grace period or not; with ELB health checks sooner, if the load balancer has noticed sooner.
 */
final class Failures {

    /** EC2 status checks run every minute. */
    private static final long STATUS_CHECK_MICROS = 60_000_000;

    private final Region region;
    private final Fleet fleet;
    private final Lifecycle lifecycle;
    private final Replacements replacements;
    private final Load load;
    private final HealthSettings settings;

    Failures(
            Region region,
            Fleet fleet,
            Lifecycle lifecycle,
            Replacements replacements,
            Load load,
            HealthSettings settings) {
        this.region = region;
        this.fleet = fleet;
        this.lifecycle = lifecycle;
        this.replacements = replacements;
        this.load = load;
        this.settings = settings;
        region.faults().on(Group.STOP_INSTANCE, what -> killOldest());
        region.zones().tell(new Zones.Listener() {
            @Override
            public void failed(int zone) {
                if (zone < fleet.zones) {
                    killZone(zone);
                }
            }
        });
    }

    /** The instance that has served the longest dies; nothing happens if none serves. */
    private void killOldest() {
        Instance oldest = null;
        for (Instance each : fleet.instances) {
            if (each.state.serves() && (oldest == null || each.servingMicros < oldest.servingMicros)) {
                oldest = each;
            }
        }
        if (oldest != null) {
            Instance dead = oldest;
            long learnsMicros = die(dead, draw("status-check", dead.number) * STATUS_CHECK_MICROS);
            region.later(learnsMicros, () -> replacements.ofDead(dead));
        }
    }

    /** Everything in the zone dies. */
    private void killZone(int zone) {
        double learns = draw("zone-status-check", zone) * STATUS_CHECK_MICROS;
        List<Instance> dead = new ArrayList<>();
        for (Instance each : List.copyOf(fleet.instances)) {
            if (each.zone == zone && !each.state.isOver()) {
                die(each, learns);
                dead.add(each);
            }
        }
        region.later((long) learns, () -> replacements.ofZone(dead, zone));
    }

    /** @return how long it takes until the group knows */
    private long die(Instance instance, double statusMicros) {
        boolean served = instance.state.serves();
        lifecycle.die(instance);
        if (!served) {
            return (long) statusMicros;
        }
        load.losesOne();
        instance.deadInRotation = true;
        long takenOutMicros = (long) ((furtherFailures() + draw("check-phase", instance.number))
                * settings.check().intervalMicros());
        region.later(takenOutMicros, () -> takeOut(instance));
        boolean inGrace = region.nowMicros() < instance.inServiceMicros + settings.graceMicros();
        return settings.asksLoadBalancer() && !inGrace
                ? Math.min(takenOutMicros, (long) statusMicros)
                : (long) statusMicros;
    }

    /** Checks after the first failed one until the load balancer believes it: all of them fail, as nothing dead comes back. */
    private int furtherFailures() {
        Belief belief = new Belief(settings.check());
        int failures = 1;
        while (!belief.result(false)) {
            failures++;
        }
        return failures - 1;
    }

    private void takeOut(Instance instance) {
        instance.deadInRotation = false;
        fleet.rotationChanges();
    }

    private double draw(String purpose, int index) {
        return region.stream(purpose, index).nextDouble();
    }
}
