package dev.tilab.labs.elb;

import dev.tilab.cloud.balancer.listener.Rules;
import dev.tilab.cloud.balancer.listener.Rules.Decision;

/** What an Application Load Balancer decides about a letter: asked once of each text from each sender, as long as the rules stay. */
final class Reading {

    private final Workload work;
    private ListenerRules rules;
    private Rules inOrder;
    private Decision[] known;
    private int[] places;

    Reading(Workload work, ListenerRules rules) {
        this.work = work;
        take(rules);
    }

    private void take(ListenerRules now) {
        rules = now;
        inOrder = now.inOrder();
        known = new Decision[Ask.values().length * work.senders.size()];
        places = new int[now.rules().size()];
        for (int asked = 0; asked < places.length; asked++) {
            places[asked] = now.placeOf(asked);
        }
    }

    void move(int place, int priority) {
        take(rules.moved(place, priority));
    }

    ListenerRules rules() {
        return rules;
    }

    Decision decide(int row) {
        int at = work.sender[row] * Ask.values().length + work.ask[row];
        if (known[at] == null) {
            known[at] = inOrder.decide(Ask.values()[work.ask[row]].request(
                    work.senders.get(work.sender[row]).address()));
        }
        return known[at];
    }

    /** The place in the text of the rule that decided. */
    int place(Decision decision) {
        return decision.rule() == Rules.OTHERWISE ? LetterRecord.OTHERWISE : places[decision.rule()];
    }
}
