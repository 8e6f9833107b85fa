package dev.tilab.labs.autoscaling;

import java.util.List;

/** Whom the load balancer sends the next request to. */
enum Routing {
    /** Anybody: each instance gets a share of a Poisson process, which is one. */
    RANDOM,

    /** Everybody in turn: each of n instances gets every nth request, more regularly than by chance. */
    ROUND_ROBIN;

    static final List<String> IDS = List.of("random", "round-robin");

    static Routing of(String id) {
        return values()[IDS.indexOf(id)];
    }

    /** What so many instances among which requests are spread get. */
    Arrivals among(int instances) {
        return this == RANDOM ? Arrivals.BY_CHANCE : Arrivals.everyNth(instances);
    }

    /** The load at which those who come find as many as they do at a load by chance. */
    double load(double byChance, int instances) {
        return this == RANDOM ? byChance : Arrivals.load(byChance, instances);
    }
}
