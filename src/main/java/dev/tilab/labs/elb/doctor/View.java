package dev.tilab.labs.elb.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What can be seen of a set-up that is opened nowhere. Two set-ups with equal views are not told apart by it.
 *
 * @param free what customers, the shop's own job and health checks can get: it costs nothing but time
 * @param probes what each probe prints, whatever the language
 */
record View(List<String> free, List<String> probes) {

    /** The one that calls the shop itself, and another one. */
    private static final int TARGETS = 2;

    static View of(SetUp setUp) {
        Evaluation evaluation = new Evaluation(setUp);
        return new View(
                free(evaluation),
                Arrays.stream(Act.Probe.values())
                        .map(probe -> new ProbePrint(evaluation, false, (key, arguments) -> key + List.of(arguments))
                                .print(probe)
                                .lines()
                                .toString())
                        .toList());
    }

    private static List<String> free(Evaluation evaluation) {
        TreeSet<String> outside = new TreeSet<>();
        TreeSet<String> inside = new TreeSet<>();
        TreeSet<String> health = new TreeSet<>();
        for (int node = 0; node < Site.NODES; node++) {
            for (int target = 0; target < TARGETS; target++) {
                for (Moment moment : evaluation.tellingMoments()) {
                    int sent = evaluation.site().isUsed(target) ? target : -1;
                    outside.add(end(evaluation.fromOutside(node, sent, moment)));
                    if (evaluation.setUp().kind() == Kind.NLB) {
                        inside.add(end(evaluation.fromTarget(0, node, sent, moment)));
                    }
                    health.add(health(evaluation, node, target, moment));
                }
            }
        }
        return List.of(outside.toString(), inside.toString(), health.toString());
    }

    private static String health(Evaluation evaluation, int node, int target, Moment moment) {
        Site site = evaluation.site();
        if (!site.isUsed(target)) {
            return site.isRegistered() ? "unused" : "none";
        }
        Way way = evaluation.check(node, target, moment);
        return way.isFine()
                ? "healthy"
                : Checks.reason(way, evaluation.setUp().kind()).toString();
    }

    private static String end(Way way) {
        return way.how() + " " + way.status() + " " + way.micros();
    }
}
