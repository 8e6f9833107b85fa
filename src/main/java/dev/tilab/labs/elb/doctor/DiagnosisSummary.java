package dev.tilab.labs.elb.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be known of a patient by what was done so far; instants in seconds from the beginning. As long as it is not
 * solved, nothing in it differs between two patients that those acts do not tell apart, but for the number.
 *
 * @param doors of the balancer, a zone each; their addresses are null until somebody asks the name
 * @param requests of a customer outside
 * @param inside of the shop's own job on a target that calls it by its name inside; none with an Application Load Balancer
 * @param health what is believed of each registered target
 * @param solvedAt when the last repair was made that made it well; null as long as it is not
 * @param told what it was and what each probe meant; null until it is solved
 */
public record DiagnosisSummary(
        long patient,
        String kind,
        int durationSeconds,
        List<Door> doors,
        List<Asked> requests,
        List<Asked> inside,
        List<Health> health,
        List<Probed> probes,
        List<Opened> opened,
        List<Repaired> repairs,
        Symptom symptom,
        boolean solved,
        @Nullable Double solvedAt,
        Effort effort,
        @Nullable List<Told> told) {

    public record Door(String zone, @Nullable String address) {}

    /**
     * A request.
     *
     * @param until when whoever asked knows how it ended
     * @param door null as long as it cannot be known
     * @param outcome ok, silent, refused, error
     * @param status of HTTP, 0 without an answer
     * @param text of the status, as HTTP has it
     * @param target that answered; null where that is not known
     * @param seen how far a line may be drawn
     */
    public record Asked(
            double at,
            double until,
            @Nullable Integer door,
            String outcome,
            int status,
            @Nullable String text,
            @Nullable String target,
            String seen) {}

    public record Health(String target, String zone, List<Change> changes) {}

    /**
     * What is believed from an instant on.
     *
     * @param reason AWS's code, null of what is healthy
     * @param description in AWS's words
     * @param streak results in a row that speak against what is believed
     */
    public record Change(
            double at,
            String state,
            @Nullable String reason,
            @Nullable String description,
            int streak) {}

    /** @param before how many repairs had been made when it was asked */
    public record Probed(String id, double at, int before, List<Line> lines, List<End> ends) {}

    /** @param mark good, bad, wait; empty for what is no answer */
    public record Line(String text, String mark) {}

    /** @param how arrived, silent, refused, answered */
    public record End(String how, String seen, @Nullable Integer door) {}

    /**
     * What a place was set to when it was opened.
     *
     * @param broken whether that alone keeps the shop from working
     * @param values what it may be set to
     */
    public record Opened(
            String place, double at, boolean broken, List<String> lines, List<Choice> values, String chosen) {}

    public record Choice(String id, String text) {}

    /** @param vain whether the place works no better and no worse than before */
    public record Repaired(String place, String value, double at, boolean vain) {}

    /** What began before the first repair. */
    public record Symptom(int answered, int of, @Nullable Worst worst, int insideAnswered, int insideOf) {}

    /** What most of those that failed got. */
    public record Worst(int status, String text) {}

    /** @param best fewest of all three together that find out and mend without luck; null until it is solved */
    public record Effort(
            int probes, int openings, int repairs, @Nullable Integer best) {}

    /** @param cli what mends it on the command line */
    public record Told(String fault, String place, Meaning probes, String console, String cli) {}

    /** What each of the three probes said about this fault. */
    public record Meaning(String client, String subnet, String host) {}
}
