package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an instance comes and goes. Requested, pending, starting, checking, then it serves, at first left out of the metric where
 * the group knows a warm-up; when it leaves it is drained, waits for its lifecycle hook and ends. The group calls it InService
 * when it runs and the hook is over, long before the application answers: grace period and warm-up begin there.
 */
final class Lifecycle {

    private final Region region;
    private final Fleet fleet;
    private final Capacity capacity;
    private final Activities activities;
    private final Billing billing;
    private final LifecycleSettings settings;
    private final List<Consumer<Instance>> inService = new ArrayList<>();
    private Consumer<Instance> pooledReady = instance -> {};

    Lifecycle(
            Region region,
            Fleet fleet,
            Capacity capacity,
            Activities activities,
            Billing billing,
            LifecycleSettings settings) {
        this.region = region;
        this.fleet = fleet;
        this.capacity = capacity;
        this.activities = activities;
        this.billing = billing;
        this.settings = settings;
    }

    /** Has somebody told when the group calls an instance InService, in the order of these calls. */
    void whenInService(Consumer<Instance> then) {
        inService.add(then);
    }

    /** Has somebody told when an instance of the warm pool has started for the first time. */
    void whenPooledIsReady(Consumer<Instance> then) {
        pooledReady = then;
    }

    /** The instance has served since long before the run. */
    void hasLongServed(Instance instance) {
        billing.starts(instance);
        instance.inServiceMicros = region.nowMicros();
        instance.servingMicros = region.nowMicros();
        fleet.become(instance, State.IN_SERVICE);
    }

    /** Begins the life of a new instance. */
    void launch(Instance instance, @Nullable Activity activity) {
        activities.join(instance, activity);
        fleet.become(instance, State.REQUESTED);
        LaunchTimes times = LaunchTimes.cold(region, settings.launches(), instance.number);
        after(times.requestedMicros, instance, () -> bePending(instance, times));
    }

    /** Starts a stopped instance of the warm pool. */
    void start(Instance instance, @Nullable Activity activity) {
        instance.plan++;
        instance.pooled = false;
        activities.join(instance, activity);
        billing.isStoppedNoMore();
        bePending(instance, LaunchTimes.warm(region, settings.launches(), instance.number));
    }

    private void bePending(Instance instance, LaunchTimes times) {
        fleet.become(instance, State.PENDING);
        after(times.pendingMicros, instance, () -> run(instance, times));
    }

    private void run(Instance instance, LaunchTimes times) {
        billing.starts(instance);
        fleet.become(instance, State.STARTING);
        if (instance.pooled) {
            after(times.startingMicros, instance, () -> pooledReady.accept(instance));
            return;
        }
        after(settings.launchHookMicros(), instance, () -> beInService(instance));
        after(Math.max(settings.launchHookMicros(), times.startingMicros), instance, () -> check(instance, times));
    }

    private void beInService(Instance instance) {
        instance.inServiceMicros = region.nowMicros();
        inService.forEach(each -> each.accept(instance));
        activities.release(instance);
    }

    private void check(Instance instance, LaunchTimes times) {
        fleet.become(instance, State.CHECKING);
        after(times.checkingMicros, instance, () -> serve(instance));
    }

    private void serve(Instance instance) {
        instance.servingMicros = region.nowMicros();
        long warmMicros = instance.inServiceMicros + settings.warmupMicros() - region.nowMicros();
        if (warmMicros <= 0) {
            fleet.become(instance, State.IN_SERVICE);
        } else {
            fleet.become(instance, State.WARMING);
            after(warmMicros, instance, () -> fleet.become(instance, State.IN_SERVICE));
        }
    }

    /** Stops an instance, so that only its volume is paid for. */
    void stop(Instance instance) {
        billing.ends(instance);
        billing.stops();
        fleet.become(instance, State.STOPPED);
    }

    /** Lets an instance leave: drained if it serves, at once if it does not, and not before its lifecycle hook is over. */
    void terminate(Instance instance, @Nullable Activity activity) {
        instance.plan++;
        activities.join(instance, activity);
        if (instance.dead) {
            end(instance);
            return;
        }
        long drainMicros = instance.state.serves() ? settings.deregistrationDelayMicros() : 0;
        long hookMicros = instance.isRunning() ? settings.terminateHookMicros() : 0;
        if (drainMicros + hookMicros == 0) {
            end(instance);
        } else {
            fleet.become(instance, State.DRAINING);
            after(drainMicros + hookMicros, instance, () -> end(instance));
        }
    }

    private void end(Instance instance) {
        if (instance.state == State.STOPPED) {
            billing.isStoppedNoMore();
        }
        billing.ends(instance);
        bury(instance);
        activities.release(instance);
    }

    /** What is left of an instance is gone. */
    void bury(Instance instance) {
        instance.dead = false;
        instance.deadInRotation = false;
        fleet.become(instance, State.TERMINATED);
        fleet.remove(instance);
    }

    /** The instance dies; whether it has to be replaced is known by its {@code dead}. */
    void die(Instance instance) {
        if (instance.state == State.STOPPED) {
            billing.isStoppedNoMore();
        }
        instance.dead = instance.counts();
        instance.plan++;
        billing.ends(instance);
        fleet.become(instance, State.FAILED);
        activities.release(instance);
        if (!instance.dead) {
            fleet.remove(instance);
        }
    }

    /** Stops an instance, changes its size and starts it again. */
    void resize(Instance instance, Activity activity) {
        if (instance.dead || !instance.isRunning()) {
            // It has not begun to run: it will begin with its new size.
            instance.size = capacity.size;
            return;
        }
        instance.plan++;
        activities.join(instance, activity);
        stop(instance);
        after(settings.resizeMicros(), instance, () -> {
            billing.isStoppedNoMore();
            instance.size = capacity.size;
            billing.starts(instance);
            check(instance, LaunchTimes.cold(region, settings.launches(), instance.number));
            activities.release(instance);
        });
    }

    /** Has the next step of an instance's life happen, unless something else has been decided for it until then. */
    private void after(long delayMicros, Instance instance, Runnable step) {
        int plan = instance.plan;
        region.later(delayMicros, () -> {
            if (instance.plan == plan) {
                step.run();
            }
        });
    }
}
