package dev.tilab.cloud.balancer.listener;

import java.util.List;

/**
 * A rule: met by a request that meets all its conditions.
 *
 * @param priority 1–50,000; the lowest is asked first
 */
public record Rule(int priority, List<Condition> conditions, Action action) {

    public Rule {
        conditions = List.copyOf(conditions);
    }

    boolean isMetBy(HttpRequest request) {
        return conditions.stream().allMatch(condition -> condition.isMetBy(request));
    }
}
