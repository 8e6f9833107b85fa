package dev.tilab.labs.autoscaling;

import dev.tilab.cloud.Zones;
import java.util.ArrayList;
import java.util.List;

/**
 * What dies, who notices and what the group does about it. The load balancer takes an instance out after two failed checks
 * (Application Load Balancer, unhealthy threshold 2); until then requests sent to it fail. The group learns from EC2 within a
 * minute that an instance does not run, and replaces it at once, grace period or not. With ELB health checks it also replaces
 * what the load balancer still calls unhealthy when its grace period is over.
 */
final class Health {

    private static final int UNHEALTHY_THRESHOLD = 2;

    /** EC2 status checks run every minute. */
    private static final long STATUS_CHECK_MICROS = 60_000_000;

    private final Lane lane;
    private final List<Runnable> unnoticed = new ArrayList<>();

    Health(Lane lane) {
        this.lane = lane;
        lane.region.faults().on("stop-instance", what -> killOldest());
        lane.region.zones().tell(new Zones.Listener() {
            @Override
            public void failed(int zone) {
                if (zone < lane.scenario.zones) {
                    killZone(zone);
                }
            }
        });
    }

    /** The instance that has served the longest dies; nothing happens if none serves. */
    private void killOldest() {
        Instance oldest = null;
        for (Instance each : lane.group.instances) {
            if (each.state.serves() && (oldest == null || each.servingMicros < oldest.servingMicros)) {
                oldest = each;
            }
        }
        if (oldest != null) {
            Instance dead = oldest;
            long learnsMicros = die(dead, draw("status-check", dead) * STATUS_CHECK_MICROS);
            lane.later(learnsMicros, () -> notice(() -> replace(List.of(dead), Cause.REPLACED_DEAD, dead.number)));
        }
    }

    /** Everything in the zone dies. */
    private void killZone(int zone) {
        double learns = lane.region.stream("zone-status-check", zone).nextDouble() * STATUS_CHECK_MICROS;
        List<Instance> dead = new ArrayList<>();
        for (Instance each : List.copyOf(lane.group.instances)) {
            if (each.zone == zone && !each.state.isOver()) {
                die(each, learns);
                dead.add(each);
            }
        }
        lane.later((long) learns, () -> notice(() -> replace(dead, Cause.ZONE_LOST, zone)));
    }

    /** @return how long it takes until the group knows */
    private long die(Instance instance, double statusMicros) {
        boolean served = instance.state.serves();
        if (instance.state == State.STOPPED) {
            lane.billing.isStoppedNoMore();
        }
        instance.dead = instance.counts();
        instance.plan++;
        lane.billing.ends(instance, lane.now());
        lane.group.become(instance, State.FAILED);
        lane.activities.release(instance);
        if (!instance.dead) {
            lane.group.remove(instance);
        }
        if (!served) {
            return (long) statusMicros;
        }
        lane.load.losesOne();
        instance.deadInRotation = true;
        long interval = lane.scenario.micros("healthCheckInterval");
        long takenOutMicros = (long) ((UNHEALTHY_THRESHOLD - 1 + draw("check-phase", instance)) * interval);
        lane.later(takenOutMicros, () -> takeOut(instance));
        boolean inGrace = lane.now() < instance.inServiceMicros + lane.scenario.micros("gracePeriod");
        return lane.scenario.asksLoadBalancer && !inGrace
                ? Math.min(takenOutMicros, (long) statusMicros)
                : (long) statusMicros;
    }

    private void takeOut(Instance instance) {
        instance.deadInRotation = false;
        lane.group.rotationChanges();
    }

    /** The group terminates what is left of these instances and replaces those that it still counted. */
    private void replace(List<Instance> lost, Cause cause, long first) {
        List<Instance> counted = lost.stream().filter(each -> each.dead).toList();
        lost.stream().filter(each -> each.state == State.FAILED).forEach(each -> {
            each.dead = false;
            each.deadInRotation = false;
            lane.group.become(each, State.TERMINATED);
            lane.group.remove(each);
        });
        if (counted.isEmpty()) {
            lane.warmPool.fill();
            return;
        }
        Activity activity = lane.activities.begin(cause, first, counted.size(), 0);
        lane.group.replacements += counted.size();
        lane.group.fill(activity);
        lane.activities.settle(activity);
    }

    /** The group calls the instance InService: from the end of its grace period on the load balancer's word counts. */
    void watch(Instance instance) {
        if (!lane.scenario.asksLoadBalancer) {
            return;
        }
        long interval = lane.scenario.micros("healthCheckInterval");
        long graceMicros = Math.max(lane.scenario.micros("gracePeriod"), UNHEALTHY_THRESHOLD * interval);
        lane.later(graceMicros, () -> notice(() -> replaceIfUnhealthy(instance)));
    }

    private void replaceIfUnhealthy(Instance instance) {
        boolean unhealthy = instance.state == State.STARTING || instance.state == State.CHECKING;
        if (!unhealthy) {
            return;
        }
        if (!lane.processes.runs(Processes.TERMINATE)) {
            unnoticed.add(() -> replaceIfUnhealthy(instance));
            return;
        }
        Activity activity = lane.activities.begin(Cause.REPLACED_UNHEALTHY, instance.number, 0, 0);
        instance.extra = false;
        lane.lifecycle.terminate(instance, activity);
        lane.group.replacements++;
        lane.group.fill(activity);
        lane.activities.settle(activity);
    }

    private void notice(Runnable what) {
        if (lane.processes.runs(Processes.HEALTH_CHECK)) {
            what.run();
        } else {
            unnoticed.add(what);
        }
    }

    /** Looks again at what could not be acted on. */
    void resume() {
        List<Runnable> waiting = List.copyOf(unnoticed);
        unnoticed.clear();
        waiting.forEach(this::notice);
    }

    private double draw(String purpose, Instance instance) {
        return lane.region.stream(purpose, instance.number).nextDouble();
    }
}
