package dev.tilab.labs.autoscaling;

/**
 * How an instance comes and goes. Requested, pending, starting, checking, then it serves, at first left out of the metric where
 * the policy knows a warm-up; when it leaves it is drained, waits for its lifecycle hook and ends. The group calls it InService
 * when it runs and the hook is over, long before the application answers: grace period and warm-up begin there.
 */
final class Lifecycle {

    private final Lane lane;
    private final AutoScalingScenario scenario;

    Lifecycle(Lane lane) {
        this.lane = lane;
        scenario = lane.scenario;
    }

    /** Begins the life of a new instance. */
    void launch(Instance instance, Activity activity) {
        lane.activities.join(instance, activity);
        lane.group.become(instance, State.REQUESTED);
        LaunchTimes times = LaunchTimes.cold(scenario, instance.number);
        after(times.requestedMicros, instance, () -> bePending(instance, times));
    }

    /** Starts a stopped instance of the warm pool. */
    void start(Instance instance, Activity activity) {
        instance.plan++;
        instance.pooled = false;
        lane.activities.join(instance, activity);
        lane.billing.isStoppedNoMore();
        bePending(instance, LaunchTimes.warm(scenario, instance.number));
    }

    private void bePending(Instance instance, LaunchTimes times) {
        lane.group.become(instance, State.PENDING);
        after(times.pendingMicros, instance, () -> run(instance, times));
    }

    private void run(Instance instance, LaunchTimes times) {
        lane.billing.starts(instance, lane.now());
        lane.group.become(instance, State.STARTING);
        if (instance.pooled) {
            after(times.startingMicros, instance, () -> lane.warmPool.isReady(instance));
            return;
        }
        long hookMicros = scenario.micros("launchHook");
        after(hookMicros, instance, () -> beInService(instance));
        after(Math.max(hookMicros, times.startingMicros), instance, () -> check(instance, times));
    }

    private void beInService(Instance instance) {
        instance.inServiceMicros = lane.now();
        lane.health.watch(instance);
        if (instance.extra) {
            lane.rebalancing.replaces(instance);
        }
        lane.activities.release(instance);
    }

    private void check(Instance instance, LaunchTimes times) {
        lane.group.become(instance, State.CHECKING);
        after(times.checkingMicros, instance, () -> serve(instance));
    }

    private void serve(Instance instance) {
        instance.servingMicros = lane.now();
        long warmMicros = instance.inServiceMicros + scenario.micros("warmup") - lane.now();
        if (!lane.policy.warmsUp || warmMicros <= 0) {
            lane.group.become(instance, State.IN_SERVICE);
        } else {
            lane.group.become(instance, State.WARMING);
            after(warmMicros, instance, () -> lane.group.become(instance, State.IN_SERVICE));
        }
    }

    /** Lets an instance leave: drained if it serves, at once if it does not, and not before its lifecycle hook is over. */
    void terminate(Instance instance, Activity activity) {
        instance.plan++;
        lane.activities.join(instance, activity);
        if (instance.dead) {
            end(instance);
            return;
        }
        long drainMicros = instance.state.serves() ? scenario.micros("deregistrationDelay") : 0;
        long hookMicros = instance.runningMicros == Instance.NOT_YET ? 0 : scenario.micros("terminateHook");
        if (drainMicros + hookMicros == 0) {
            end(instance);
        } else {
            lane.group.become(instance, State.DRAINING);
            after(drainMicros + hookMicros, instance, () -> end(instance));
        }
    }

    private void end(Instance instance) {
        if (instance.state == State.STOPPED) {
            lane.billing.isStoppedNoMore();
        }
        lane.billing.ends(instance, lane.now());
        instance.dead = false;
        instance.deadInRotation = false;
        lane.group.become(instance, State.TERMINATED);
        lane.group.remove(instance);
        lane.activities.release(instance);
    }

    /** Stops an instance, changes its size and starts it again. */
    void resize(Instance instance, Activity activity) {
        if (instance.dead || instance.runningMicros == Instance.NOT_YET) {
            // It has not begun to run: it will begin with its new size.
            instance.size = lane.group.size();
            return;
        }
        instance.plan++;
        lane.activities.join(instance, activity);
        lane.billing.ends(instance, lane.now());
        lane.billing.stops();
        lane.group.become(instance, State.STOPPED);
        after(scenario.micros("resizeStop"), instance, () -> {
            lane.billing.isStoppedNoMore();
            instance.size = lane.group.size();
            lane.billing.starts(instance, lane.now());
            check(instance, LaunchTimes.cold(scenario, instance.number));
            lane.activities.release(instance);
        });
    }

    /** Has the next step of an instance's life happen, unless something else has been decided for it until then. */
    private void after(long delayMicros, Instance instance, Runnable step) {
        int plan = instance.plan;
        lane.later(delayMicros, () -> {
            if (instance.plan == plan) {
                step.run();
            }
        });
    }
}
