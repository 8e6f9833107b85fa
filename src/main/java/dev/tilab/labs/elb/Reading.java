package dev.tilab.labs.elb;

import dev.tilab.cloud.balancer.listener.Action;
import dev.tilab.cloud.balancer.listener.Rules;
import dev.tilab.cloud.balancer.listener.Rules.Decision;
import java.util.Arrays;
import java.util.List;

/** What an Application Load Balancer decides about a letter: asked once of each text from each sender, as long as the rules stay. */
final class Reading {

    /** In place of a group: there is none, or not only one. */
    static final int NOWHERE = -1;

    private static final List<String> NAMES = Service.ids();

    /**
     * What is decided.
     *
     * @param place of the rule in the text; {@link LetterRecord#OTHERWISE} for the default
     * @param status what the balancer answers by itself; 0 if it passes the letter on
     * @param weight of all groups
     * @param single the group, if there is only one with any weight; {@link #NOWHERE} otherwise
     */
    record Verdict(int place, int status, Action action, int weight, int single) {

        /** The number of the group of a letter that falls at this share of all weight; {@link #NOWHERE} if nobody shall get it. */
        int group(float share) {
            return single != NOWHERE || weight == 0
                    ? single
                    : NAMES.indexOf(((Action.Forward) action).group((int) (share * weight)));
        }
    }

    private final Workload work;
    private ListenerRules rules;
    private Rules inOrder;
    private final Verdict[] known;

    Reading(Workload work, ListenerRules rules) {
        this.work = work;
        this.rules = rules;
        inOrder = rules.inOrder();
        known = new Verdict[Ask.values().length * work.senders.size()];
    }

    void move(int place, int priority) {
        rules = rules.moved(place, priority);
        inOrder = rules.inOrder();
        Arrays.fill(known, null);
    }

    Verdict decide(int row) {
        int at = work.ask[row] * work.senders.size() + work.sender[row];
        if (known[at] == null) {
            known[at] = verdict(inOrder.decide(Ask.values()[work.ask[row]].request(
                    work.senders.get(work.sender[row]).address())));
        }
        return known[at];
    }

    private Verdict verdict(Decision decision) {
        Action action = decision.action();
        int place = decision.rule() == Rules.OTHERWISE ? LetterRecord.OTHERWISE : rules.placeOf(decision.rule());
        if (action instanceof Action.Forward forward) {
            List<Action.Weighted> some =
                    forward.groups().stream().filter(each -> each.weight() > 0).toList();
            int single = some.size() == 1 ? NAMES.indexOf(some.get(0).group()) : NOWHERE;
            return new Verdict(place, 0, action, forward.weight(), single);
        }
        int status = action instanceof Action.Fixed fixed ? fixed.status() : ((Action.Redirect) action).status();
        return new Verdict(place, status, action, 0, NOWHERE);
    }
}
