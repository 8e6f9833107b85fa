package dev.tilab.cloud.balancer.listener;

/**
 * Something that is wrong in rules as they were written.
 *
 * @param line number of the rule in the text, from 1
 * @param kind what is wrong
 * @param given what was written there
 */
public record RuleProblem(int line, Kind kind, String given) {

    /** What can be wrong, with the quota that AWS sets (Application Load Balancers, "Condition types" and "Quotas"). */
    public enum Kind {
        /** Neither {@code default} nor a number from 1 to 50,000. */
        PRIORITY,
        /** Another rule has this priority. */
        PRIORITY_TWICE,
        /** No rule without a condition, but the default. */
        NO_CONDITION,
        /** Not a condition. */
        CONDITION,
        /** Host, path, method and source: at most once in a rule. */
        CONDITION_TWICE,
        /** A value that its condition cannot have: too long, empty, not a block of addresses, a method in small letters. */
        VALUE,
        /** More than three values in a condition. */
        VALUES,
        /** More than five values in a rule. */
        VALUES_OF_RULE,
        /** More than five wildcards in a rule. */
        WILDCARDS,
        /** No action at the end, or more than one. */
        ACTION,
        /** There is no such target group. */
        GROUP,
        /** More than five target groups. */
        GROUPS,
        /** Not from 0 to 999. */
        WEIGHT,
        /** No answer that a balancer gives by itself: 200–299, 400–599; 301 and 302 with an address. */
        STATUS,
        /** The default has conditions. */
        DEFAULT_CONDITION,
        /** No default. */
        DEFAULT_MISSING,
        /** More than one default. */
        DEFAULT_TWICE,
        /** More than 100 rules. */
        RULES
    }
}
