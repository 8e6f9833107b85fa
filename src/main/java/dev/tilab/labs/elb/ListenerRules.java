package dev.tilab.labs.elb;

import dev.tilab.cloud.balancer.listener.Action;
import dev.tilab.cloud.balancer.listener.InvalidRulesException;
import dev.tilab.cloud.balancer.listener.Rule;
import dev.tilab.cloud.balancer.listener.RuleProblem;
import dev.tilab.cloud.balancer.listener.RuleText;
import dev.tilab.cloud.balancer.listener.Rules;
import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Application Load Balancer's rules as they stand in the text: a rule keeps its place there, whatever its priority.
 *
 * @param rules by place
 * @param texts by place
 * @param otherwise the default action
 * @param otherwiseText as it is written
 */
record ListenerRules(List<Rule> rules, List<String> texts, Action otherwise, String otherwiseText) {

    /** Reads them; what is wrong is told to the reader, everything at once. */
    static ListenerRules read(ScenarioReader reader, String id) {
        String text = reader.plain(id);
        try {
            return of(text);
        } catch (InvalidRulesException invalid) {
            for (RuleProblem problem : invalid.problems()) {
                String given = problem.given().isEmpty() ? text : problem.given();
                reader.reject(id, given, "rule-" + Words.id(problem.kind()), Values.of("line", "" + problem.line()));
            }
        }
        return new ListenerRules(List.of(), List.of(), new Action.Fixed(404), "default 404");
    }

    private static ListenerRules of(String text) throws InvalidRulesException {
        Rules read = RuleText.read(text, Service.ids());
        List<Rule> rules = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        String otherwise = "";
        for (String line : Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            String first = line.split(" ", 2)[0];
            if (first.equals("default")) {
                otherwise = line;
                continue;
            }
            int priority = Integer.parseInt(first);
            rules.add(read.rules().stream()
                    .filter(rule -> rule.priority() == priority)
                    .findFirst()
                    .orElseThrow());
            texts.add(line);
        }
        return new ListenerRules(List.copyOf(rules), List.copyOf(texts), read.otherwise(), otherwise);
    }

    /** The same with a rule at another priority; the one that has it so far takes its. */
    ListenerRules moved(int place, int priority) {
        List<Rule> moved = new ArrayList<>(rules);
        for (int each = 0; each < moved.size(); each++) {
            if (moved.get(each).priority() == priority) {
                moved.set(each, at(moved.get(each), rules.get(place).priority()));
            }
        }
        moved.set(place, at(rules.get(place), priority));
        return new ListenerRules(List.copyOf(moved), texts, otherwise, otherwiseText);
    }

    private static Rule at(Rule rule, int priority) {
        return new Rule(priority, rule.conditions(), rule.action());
    }

    /** In the order in which they are asked. */
    Rules inOrder() {
        return new Rules(rules, otherwise);
    }

    /** The place in the text of the rule that is asked at this place, both from 0. */
    int placeOf(int asked) {
        int priority = inOrder().rules().get(asked).priority();
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).priority() == priority) {
                return place;
            }
        }
        throw new IllegalStateException("no rule with priority " + priority);
    }
}
