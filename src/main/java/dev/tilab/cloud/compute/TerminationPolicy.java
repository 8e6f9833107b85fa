package dev.tilab.cloud.compute;

import dev.tilab.simulation.engine.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The list of rules by which a group that becomes smaller chooses an instance, each a row of questions; of those that are
 * left after the last one, chance decides. Amazon EC2 Auto Scaling User Guide, "Termination policies": balance among zones
 * comes first, whatever the policy. Unhealthy instances are replaced without asking it.
 */
public enum TerminationPolicy {
    DEFAULT("default", Question.OLDEST_TEMPLATE, Question.NEXT_HOUR),
    OLDEST_INSTANCE("oldest-instance", Question.OLDEST),
    NEWEST_INSTANCE("newest-instance", Question.NEWEST),
    CLOSEST_TO_NEXT_INSTANCE_HOUR("closest-to-next-instance-hour", Question.NEXT_HOUR),
    OLDEST_LAUNCH_TEMPLATE("oldest-launch-template", Question.OLDEST_TEMPLATE);

    /**
     * An instance that may be terminated.
     *
     * @param number its name
     * @param zone Availability Zone, from 0
     * @param template version of the launch template that it was made from; a higher one is newer
     * @param launchedMicros when it was asked for
     * @param runningMicros since when it has been billed; negative if it is not running yet
     */
    record Candidate(int number, int zone, int template, long launchedMicros, long runningMicros) {}

    /** Gives each candidate a value; those with the smallest stay in question. */
    private enum Question {
        OLDEST_TEMPLATE {
            @Override
            long value(Candidate candidate, long nowMicros) {
                return candidate.template;
            }
        },
        /** Time until the next hour of running begins. */
        NEXT_HOUR {
            @Override
            long value(Candidate candidate, long nowMicros) {
                boolean isBilled = candidate.runningMicros >= 0 && candidate.runningMicros < nowMicros;
                return isBilled ? HOUR_MICROS - (nowMicros - candidate.runningMicros) % HOUR_MICROS : HOUR_MICROS;
            }
        },
        OLDEST {
            @Override
            long value(Candidate candidate, long nowMicros) {
                return candidate.launchedMicros;
            }
        },
        NEWEST {
            @Override
            long value(Candidate candidate, long nowMicros) {
                return -candidate.launchedMicros;
            }
        };

        private static final long HOUR_MICROS = 3_600_000_000L;

        abstract long value(Candidate candidate, long nowMicros);
    }

    /** The name in addresses and message keys. */
    final String id;

    private final List<Question> questions;

    TerminationPolicy(String id, Question... questions) {
        this.id = id;
        this.questions = List.of(questions);
    }

    /**
     * Chooses the instance to terminate.
     *
     * @param candidates at least one
     */
    Candidate choose(List<Candidate> candidates, long nowMicros, RandomStream random) {
        List<Candidate> left = inFullestZones(candidates);
        for (Question question : questions) {
            left = smallest(left, candidate -> question.value(candidate, nowMicros));
        }
        return left.size() == 1 ? left.get(0) : left.get(random.nextInt(left.size()));
    }

    /** Those in the zone with the most instances; in all such zones if there are several. */
    private static List<Candidate> inFullestZones(List<Candidate> candidates) {
        return smallest(
                candidates,
                candidate -> -candidates.stream()
                        .filter(each -> each.zone == candidate.zone)
                        .count());
    }

    private static List<Candidate> smallest(List<Candidate> candidates, ToLongFunction<Candidate> value) {
        long smallest = Long.MAX_VALUE;
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : candidates) {
            long own = value.applyAsLong(candidate);
            if (own < smallest) {
                smallest = own;
                left.clear();
            }
            if (own == smallest) {
                left.add(candidate);
            }
        }
        return left;
    }

    /** Every id, in the order in which forms show them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(policy -> policy.id).toList();
    }

    /** The rule with this id. */
    public static TerminationPolicy of(String id) {
        return values()[ids().indexOf(id)];
    }
}
