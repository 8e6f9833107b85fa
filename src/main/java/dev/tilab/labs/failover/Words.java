package dev.tilab.labs.failover;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of the timeline; numbers in its columns stand for them in the order given here. */
final class Words {

    /** What kept a request from being answered; the database where there is no load balancer. */
    enum Place { NODE, TARGET, DATABASE }

    /** How a node of the load balancer stands with its name: silent is still listed, and does not answer. */
    enum NodeState { LISTED, SILENT, DELISTED }

    private Words() {}

    static String id(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids(Enum<?>[] words) {
        return Arrays.stream(words).map(Words::id).toList();
    }
}
