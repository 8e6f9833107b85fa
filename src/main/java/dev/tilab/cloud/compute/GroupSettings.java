package dev.tilab.cloud.compute;

import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;

/**
 * What one group is told before it begins.
 *
 * @param limits fewest and most instances, and how many at first
 * @param zones how many zones of its region it spans, from the first on
 * @param termination which instance goes when there are too many
 * @param obeysPeople whether the desired capacity changes when a person says so
 * @param warmsUp whether instances are left out of the metric until their warm-up is over
 * @param sizes how many sizes its instance type's family has from the type on
 * @param warmPool stopped instances that it keeps ready
 * @param lifecycle how instances come and go
 * @param health whom it asks whether they are well
 */
public record GroupSettings(
        Limits limits,
        int zones,
        TerminationPolicy termination,
        boolean obeysPeople,
        boolean warmsUp,
        int sizes,
        int warmPool,
        LifecycleSettings lifecycle,
        HealthSettings health) {

    /**
     * @param min fewest instances
     * @param desired instances at first
     * @param max most instances
     */
    public record Limits(int min, int desired, int max) {

        private static Limits read(ScenarioReader reader) {
            Limits limits = new Limits(
                    (int) reader.integer("min"), (int) reader.integer("desired"), (int) reader.integer("max"));
            if (reader.isRight("min") && reader.isRight("desired") && reader.isRight("max")) {
                limits.check(reader);
            }
            return limits;
        }

        private void check(ScenarioReader reader) {
            String low = Integer.toString(min);
            String high = Integer.toString(max);
            if (max < min) {
                reader.reject("max", high, "below-min", Values.of("min", low));
            } else if (desired < min) {
                reader.reject("desired", Integer.toString(desired), "below-min", Values.of("min", low));
            } else if (desired > max) {
                reader.reject("desired", Integer.toString(desired), "above-max", Values.of("max", high));
            }
        }
    }

    /**
     * Reads {@link GroupParameters#LIMITS} and {@link GroupParameters#LIFE}.
     *
     * @param instanceType what it launches
     * @param warmupMicros from being in service until an instance counts in the metric
     */
    public static GroupSettings read(ScenarioReader reader, String instanceType, long warmupMicros) {
        long checkMicros = reader.durationMicros("healthCheckInterval");
        return new GroupSettings(
                Limits.read(reader),
                (int) reader.integer("zones"),
                TerminationPolicy.of(reader.choice("terminationPolicy")),
                false,
                true,
                Prices.sizes(instanceType),
                (int) reader.integer("warmPool"),
                new LifecycleSettings(
                        new LaunchSettings(
                                reader.durationMicros("launchTime"), reader.durationMicros("warmStart"), checkMicros),
                        reader.durationMicros("launchHook"),
                        warmupMicros,
                        reader.durationMicros("deregistrationDelay"),
                        reader.durationMicros("terminateHook"),
                        reader.durationMicros("resizeStop")),
                HealthSettings.read(reader, checkMicros));
    }

    /** The same group, with what a policy has its own way of. */
    public GroupSettings under(Policy policy) {
        return new GroupSettings(
                policy == Policy.SCALE_UP ? new Limits(1, 1, 1) : limits,
                zones,
                termination,
                policy == Policy.MANUAL,
                policy.warmsUp(),
                sizes,
                policy == Policy.WARM_POOL ? warmPool : 0,
                policy.warmsUp() ? lifecycle : lifecycle.withoutWarmup(),
                health);
    }
}
