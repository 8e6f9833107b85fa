package dev.tilab.labs.failover;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of the timeline; numbers in its columns stand for them in the order given here. */
final class Words {

    /** What a machine is to its lane at an instant. */
    enum Role {
        PRIMARY, STANDBY, READER, REPLICA, PROMOTING, RESTARTING, CATCHING_UP, RESTORING, DOWN, FENCED;

        /** Whether commits are sent to it. */
        boolean isCopy() {
            return this == STANDBY || this == READER || this == REPLICA;
        }
    }

    /** What became of a request. */
    enum Outcome { IN_FLIGHT, COMPLETED, TIMED_OUT, RESET, NO_CONNECTION }

    /** What kept a request from being answered; the database where there is no load balancer. */
    enum Place { NODE, TARGET, DATABASE }

    /** How a node of the load balancer stands with its name: silent is still listed, and does not answer. */
    enum NodeState { LISTED, SILENT, DELISTED }

    /** Whether an acknowledged write is still there, and if not, why. */
    enum Loss { KEPT, NOT_REPLICATED, NO_COPY, DELETED, NOT_RESTORED }

    enum ZoneState { UP, DARK, CUT }

    /** How a client stands with its database. */
    enum ClientState { CONNECTED, WAITING, RETRYING, OLD_ADDRESS, DOWN }

    /** How an attempt to connect ended. */
    enum Result { CONNECTED, SILENT, REFUSED, READ_ONLY, UNDER_WAY }

    enum Phase { FAULT, DETECTED, PROMOTED, DNS_CHANGED, FIRST_BACK, LAST_BACK }

    /** Entries of the decision log. */
    enum Note {
        CRASHED, HOST_FAILED, STORAGE_FAILED, ZONE_DARK, ZONE_CUT, ZONE_REPAIRED, REPAIRED, REBOOTED,
        FAILOVER_ASKED, REFUSED_NO_STANDBY, NOTHING_THERE, DELETED, DELETE_FAILED, LONG_TRANSACTION, ADDRESS_KEPT,
        DETECTED, OPERATOR_CALLED, PROMOTING, FENCED, PROMOTED, LOST, NO_COPY_LEFT, RESTARTING, RESTARTED, ROLLED_BACK,
        REPLACED, CANNOT_ACKNOWLEDGE, NAME_CHANGED, STILL_OLD_ADDRESS, RESOLVED_OLD, FIRST_BACK, LAST_BACK,
        CATCHING_UP, CAUGHT_UP, ALONE, BACKUP, RESTORING, RESTORED, PROXY_HOLDS, PROXY_GOES_ON
    }

    private Words() {}

    static String id(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids(Enum<?>[] words) {
        return Arrays.stream(words).map(Words::id).toList();
    }
}
