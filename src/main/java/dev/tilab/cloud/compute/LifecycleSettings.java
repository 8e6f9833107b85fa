package dev.tilab.cloud.compute;

/**
 * How long the steps of an instance's life take.
 *
 * @param launches a start, from nothing or from the warm pool
 * @param launchHookMicros lifecycle hook before it is in service
 * @param warmupMicros from there until it counts in the metric, where the group knows a warm-up
 * @param deregistrationDelayMicros how long it is drained before it ends
 * @param terminateHookMicros lifecycle hook before its end
 * @param resizeMicros how long it is stopped to get another size
 */
public record LifecycleSettings(
        LaunchSettings launches,
        long launchHookMicros,
        long warmupMicros,
        long deregistrationDelayMicros,
        long terminateHookMicros,
        long resizeMicros) {

    /** The same, of a group that knows no warm-up. */
    LifecycleSettings withoutWarmup() {
        return new LifecycleSettings(
                launches, launchHookMicros, 0, deregistrationDelayMicros, terminateHookMicros, resizeMicros);
    }
}
