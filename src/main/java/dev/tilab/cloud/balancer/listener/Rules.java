package dev.tilab.cloud.balancer.listener;

import java.util.Comparator;
import java.util.List;

/**
 * The rules of a listener (AWS, Application Load Balancers, "Listener rules"): asked by ascending priority, the first that is met
 * decides; where none is, the default action.
 *
 * @param rules in the order in which they are asked
 * @param otherwise the default action
 */
public record Rules(List<Rule> rules, Action otherwise) {

    public Rules {
        rules = rules.stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
    }

    /**
     * What became of a request.
     *
     * @param rule place of the rule that decided, from 0; {@link #OTHERWISE} where the default did
     * @param asked how many rules were asked, the default not counted: what a balancer bills
     */
    public record Decision(int rule, int asked, Action action) {}

    /** In place of a rule. */
    public static final int OTHERWISE = -1;

    public Decision decide(HttpRequest request) {
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).isMetBy(request)) {
                return new Decision(place, place + 1, rules.get(place).action());
            }
        }
        return new Decision(OTHERWISE, rules.size(), otherwise);
    }
}
