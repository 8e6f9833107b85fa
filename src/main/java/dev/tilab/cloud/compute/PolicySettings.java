package dev.tilab.cloud.compute;

import dev.tilab.cloud.traffic.Demand;
import dev.tilab.simulation.lab.ScenarioReader;
import java.util.List;

/**
 * The values of a scenario that its policies need.
 *
 * @param capacityPerSecond requests a second that one instance serves at full utilization
 * @param targetPercent average utilization that target tracking and the forecast keep
 * @param requestsPerTarget requests a minute for each instance that target tracking on requests keeps
 * @param highPercent utilization above which simple and step scaling make the group larger
 * @param lowPercent utilization below which they make it smaller
 * @param highDatapoints datapoints in a row that it takes for the one
 * @param lowDatapoints and for the other
 * @param scaleOutBy instances that simple scaling adds at once
 * @param scaleInBy instances that simple scaling takes away at once
 * @param stepPercents adjustments of the steps out; the first begins at the threshold, each further one ten points beyond
 * @param stepInPercents the same of the steps in, as positive numbers
 * @param cooldownMicros pause of simple scaling after its activity
 * @param warmupMicros time until an instance that serves counts in the metric, where a policy uses it
 * @param schedule planned actions
 * @param historyMicros how much of the traffic before the run the forecast knows
 * @param demand the traffic, for the forecast
 */
public record PolicySettings(
        double capacityPerSecond,
        double targetPercent,
        double requestsPerTarget,
        double highPercent,
        double lowPercent,
        int highDatapoints,
        int lowDatapoints,
        int scaleOutBy,
        int scaleInBy,
        List<Double> stepPercents,
        List<Double> stepInPercents,
        long cooldownMicros,
        long warmupMicros,
        Schedule schedule,
        long historyMicros,
        Demand demand) {

    public PolicySettings {
        stepPercents = List.copyOf(stepPercents);
        stepInPercents = List.copyOf(stepInPercents);
    }

    /**
     * Reads {@link GroupParameters#POLICY}. Of the traffic it knows nothing yet.
     *
     * @param perSecond requests a second that one instance serves at full utilization
     */
    public static PolicySettings read(ScenarioReader reader, double perSecond) {
        return new PolicySettings(
                perSecond,
                reader.decimal("target"),
                reader.decimal("requestsPerTarget"),
                reader.decimal("highThreshold"),
                reader.decimal("lowThreshold"),
                (int) reader.integer("alarmDatapoints"),
                (int) reader.integer("lowDatapoints"),
                (int) reader.integer("scaleOutBy"),
                (int) reader.integer("scaleInBy"),
                reader.decimals("stepAdjustments"),
                reader.decimals("scaleInSteps"),
                reader.durationMicros("cooldown"),
                reader.durationMicros("warmup"),
                Schedule.read(reader),
                reader.durationMicros("history"),
                Demand.NOTHING);
    }

    /** The same, with the traffic that the forecast looks back at. */
    public PolicySettings with(Demand traffic) {
        return new PolicySettings(
                capacityPerSecond,
                targetPercent,
                requestsPerTarget,
                highPercent,
                lowPercent,
                highDatapoints,
                lowDatapoints,
                scaleOutBy,
                scaleInBy,
                stepPercents,
                stepInPercents,
                cooldownMicros,
                warmupMicros,
                schedule,
                historyMicros,
                traffic);
    }
}
