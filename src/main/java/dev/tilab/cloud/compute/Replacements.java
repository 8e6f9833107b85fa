package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * What the group does about instances that it knows to be dead, or that the load balancer still calls unhealthy when their
 * grace period is over: it replaces them at once, whatever the cooldown.
 */
final class Replacements {

    private final Region region;
    private final Processes processes;
    private final Activities activities;
    private final Lifecycle lifecycle;
    private final Filling filling;
    private final WarmPool warmPool;
    private final HealthSettings settings;
    private final List<Runnable> unnoticed = new ArrayList<>();
    private int count;

    Replacements(
            Region region,
            Processes processes,
            Activities activities,
            Lifecycle lifecycle,
            Filling filling,
            WarmPool warmPool,
            HealthSettings settings) {
        this.region = region;
        this.processes = processes;
        this.activities = activities;
        this.lifecycle = lifecycle;
        this.filling = filling;
        this.warmPool = warmPool;
        this.settings = settings;
        processes.whenResumed(Processes.TERMINATE, this::resume);
        processes.whenResumed(Processes.HEALTH_CHECK, this::resume);
        if (settings.asksLoadBalancer()) {
            lifecycle.whenInService(this::watch);
        }
    }

    /** EC2 says that the instance does not run. */
    void ofDead(Instance instance) {
        notice(() -> replace(List.of(instance), Cause.REPLACED_DEAD, instance.number));
    }

    /** EC2 says that none of the instances of a zone runs. */
    void ofZone(List<Instance> lost, int zone) {
        notice(() -> replace(lost, Cause.ZONE_LOST, zone));
    }

    /** How many instances have been replaced so far. */
    int count() {
        return count;
    }

    /** The group terminates what is left of these instances and replaces those that it still counted. */
    private void replace(List<Instance> lost, Cause cause, long first) {
        List<Instance> counted = lost.stream().filter(each -> each.dead).toList();
        lost.stream().filter(each -> each.state == State.FAILED).forEach(lifecycle::bury);
        if (counted.isEmpty()) {
            warmPool.fill();
            return;
        }
        Activity activity = activities.begin(cause, first, counted.size(), 0);
        count += counted.size();
        filling.fill(activity);
        activities.settle(activity);
    }

    /** The group calls the instance InService: from the end of its grace period on the load balancer's word counts. */
    private void watch(Instance instance) {
        long soonestMicros =
                settings.check().unhealthyThreshold() * settings.check().intervalMicros();
        region.later(Math.max(settings.graceMicros(), soonestMicros), () -> notice(() -> replaceIfUnhealthy(instance)));
    }

    private void replaceIfUnhealthy(Instance instance) {
        boolean unhealthy = instance.state == State.STARTING || instance.state == State.CHECKING;
        if (!unhealthy) {
            return;
        }
        if (!processes.runs(Processes.TERMINATE)) {
            unnoticed.add(() -> replaceIfUnhealthy(instance));
            return;
        }
        Activity activity = activities.begin(Cause.REPLACED_UNHEALTHY, instance.number, 0, 0);
        instance.extra = false;
        lifecycle.terminate(instance, activity);
        count++;
        filling.fill(activity);
        activities.settle(activity);
    }

    private void notice(Runnable what) {
        if (processes.runs(Processes.HEALTH_CHECK)) {
            what.run();
        } else {
            unnoticed.add(what);
        }
    }

    /** Looks again at what could not be acted on. */
    private void resume() {
        List<Runnable> waiting = List.copyOf(unnoticed);
        unnoticed.clear();
        waiting.forEach(this::notice);
    }
}
