package dev.tilab.cloud.balancer.listener;

import dev.tilab.cloud.balancer.listener.RuleProblem.Kind;
import dev.tilab.cloud.network.Cidr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a person writes them, one a line or set apart by semicolons: a priority or {@code default}, conditions, an action, set
 * apart by blanks.
 *
 * <pre>
 * 10 /login* login
 * 20 host=shop.kr,www.shop.kr path=/api* method=GET api*3+api-v2*1
 * 30 header:X-Version=2* query:lang=ko query=old source=10.0.0.0/8 403
 * 40 /old* 301 https://shop.kr/
 * default 404
 * </pre>
 *
 * A word that begins with a slash is a path. Values of a condition are set apart by commas.
 */
public final class RuleText {

    private static final int RULES = 100;
    private static final int LAST_PRIORITY = 50_000;
    private static final int VALUES_OF_CONDITION = 3;
    private static final int VALUES_OF_RULE = 5;
    private static final int WILDCARDS_OF_RULE = 5;
    private static final int GROUPS_OF_ACTION = 5;
    private static final int VALUE_CHARACTERS = 128;

    private final Collection<String> groups;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable Action otherwise;
    private int line;

    private RuleText(Collection<String> groups) {
        this.groups = groups;
    }

    /**
     * Reads rules.
     *
     * @param groups names of the target groups that there are
     * @throws InvalidRulesException if anything is wrong; it names everything
     */
    public static Rules read(String text, Collection<String> groups) throws InvalidRulesException {
        RuleText reader = new RuleText(groups);
        List<String> lines = Arrays.stream(text.split("[;\\n]"))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .toList();
        lines.forEach(reader::line);
        Action fallback = reader.otherwise;
        if (fallback == null) {
            reader.problems.add(new RuleProblem(lines.size() + 1, Kind.DEFAULT_MISSING, ""));
        }
        if (fallback == null || !reader.problems.isEmpty()) {
            throw new InvalidRulesException(reader.problems);
        }
        return new Rules(reader.rules, fallback);
    }

    private void line(String written) {
        line++;
        List<String> words = new ArrayList<>(List.of(written.split("\\s+")));
        String priority = words.remove(0);
        List<Condition> conditions = new ArrayList<>();
        if ((words.isEmpty() || !isCondition(words.get(0))) && !priority.equals("default")) {
            problem(Kind.NO_CONDITION, priority);
        }
        while (!words.isEmpty() && isCondition(words.get(0))) {
            condition(words.remove(0), conditions);
        }
        Action action = action(words);
        if (priority.equals("default")) {
            fallback(conditions, action);
        } else {
            rule(priority, conditions, action);
        }
    }

    private void problem(Kind kind, String given) {
        problems.add(new RuleProblem(line, kind, given));
    }

    private void fallback(List<Condition> conditions, @Nullable Action action) {
        if (!conditions.isEmpty()) {
            problem(Kind.DEFAULT_CONDITION, conditions.get(0).kind());
        }
        if (otherwise != null) {
            problem(Kind.DEFAULT_TWICE, "default");
        }
        // Stands for one that is wrong as well: a default was written, so none is missing.
        otherwise = action == null ? new Action.Fixed(404) : action;
    }

    private void rule(String written, List<Condition> conditions, @Nullable Action action) {
        if (!written.matches("[0-9]{1,9}")
                || Integer.parseInt(written) < 1
                || Integer.parseInt(written) > LAST_PRIORITY) {
            problem(Kind.PRIORITY, written);
            return;
        }
        int priority = Integer.parseInt(written);
        if (rules.stream().anyMatch(rule -> rule.priority() == priority)) {
            problem(Kind.PRIORITY_TWICE, written);
        }
        if (rules.size() == RULES) {
            problem(Kind.RULES, written);
        }
        checkQuotas(written, conditions);
        rules.add(new Rule(priority, conditions, action == null ? new Action.Fixed(404) : action));
    }

    private void checkQuotas(String priority, List<Condition> conditions) {
        Set<String> once = new TreeSet<>();
        for (Condition condition : conditions) {
            boolean mayRepeat = condition instanceof Condition.Header || condition instanceof Condition.Query;
            if (!mayRepeat && !once.add(condition.kind())) {
                problem(Kind.CONDITION_TWICE, condition.kind());
            }
            if (condition.values().size() > VALUES_OF_CONDITION) {
                problem(Kind.VALUES, condition.kind());
            }
        }
        if (conditions.stream().mapToInt(condition -> condition.values().size()).sum() > VALUES_OF_RULE) {
            problem(Kind.VALUES_OF_RULE, priority);
        }
        if (conditions.stream().mapToInt(Condition::wildcards).sum() > WILDCARDS_OF_RULE) {
            problem(Kind.WILDCARDS, priority);
        }
    }

    private static boolean isCondition(String word) {
        return word.startsWith("/") || word.contains("=");
    }

    private void condition(String word, List<Condition> conditions) {
        int sign = word.startsWith("/") ? -1 : word.indexOf('=');
        String name = sign < 0 ? "path" : word.substring(0, sign);
        List<String> values = List.of(word.substring(sign + 1).split(",", -1));
        if (values.stream().anyMatch(value -> value.isEmpty() || value.length() > VALUE_CHARACTERS)) {
            problem(Kind.VALUE, word);
            return;
        }
        Condition condition = of(name, values);
        if (condition != null) {
            conditions.add(condition);
        }
    }

    private @Nullable Condition of(String name, List<String> values) {
        if (name.startsWith("header:") && name.length() > "header:".length()) {
            return new Condition.Header(name.substring("header:".length()), values);
        }
        if (name.equals("query") || name.startsWith("query:")) {
            String key = name.equals("query") ? "" : name.substring("query:".length());
            return new Condition.Query(
                    values.stream().map(value -> Map.entry(key, value)).toList());
        }
        switch (name) {
            case "path":
                return values.stream().allMatch(value -> value.startsWith("/") || value.startsWith("*"))
                        ? new Condition.Path(values)
                        : wrong(values);
            case "host":
                return new Condition.Host(values);
            case "method":
                return values.stream().allMatch(value -> value.matches("[A-Z_-]{1,40}"))
                        ? new Condition.Method(values)
                        : wrong(values);
            case "source":
                return source(values);
            default:
                problem(Kind.CONDITION, name);
                return null;
        }
    }

    private @Nullable Condition wrong(List<String> values) {
        problem(Kind.VALUE, String.join(",", values));
        return null;
    }

    private @Nullable Condition source(List<String> values) {
        try {
            return new Condition.Source(values.stream().map(Cidr::of).toList());
        } catch (IllegalArgumentException none) {
            return wrong(values);
        }
    }

    private @Nullable Action action(List<String> words) {
        if (words.isEmpty() || words.size() > 2) {
            problem(Kind.ACTION, String.join(" ", words));
            return null;
        }
        String first = words.get(0);
        if (first.matches("30[12]") && words.size() == 2) {
            return new Action.Redirect(Integer.parseInt(first), words.get(1));
        }
        if (words.size() == 2) {
            problem(Kind.ACTION, String.join(" ", words));
            return null;
        }
        return first.matches("[0-9]+") ? fixed(first) : forward(first);
    }

    private @Nullable Action fixed(String status) {
        if (!status.matches("2[0-9]{2}|[45][0-9]{2}")) {
            problem(Kind.STATUS, status);
            return null;
        }
        return new Action.Fixed(Integer.parseInt(status));
    }

    private @Nullable Action forward(String word) {
        Set<String> named = new TreeSet<>();
        List<Action.Weighted> weighted = new ArrayList<>();
        for (String part : word.split("\\+", -1)) {
            int star = part.lastIndexOf('*');
            String group = star < 0 ? part : part.substring(0, star);
            String weight = star < 0 ? "1" : part.substring(star + 1);
            if (!groups.contains(group)) {
                problem(Kind.GROUP, group);
            } else if (!weight.matches("[0-9]{1,3}")) {
                problem(Kind.WEIGHT, part);
            } else if (!named.add(group)) {
                problem(Kind.ACTION, word);
            } else {
                weighted.add(new Action.Weighted(group, Integer.parseInt(weight)));
            }
        }
        if (weighted.size() > GROUPS_OF_ACTION) {
            problem(Kind.GROUPS, word);
        }
        return weighted.isEmpty() ? null : new Action.Forward(List.copyOf(weighted));
    }
}
