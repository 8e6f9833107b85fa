package dev.tilab.cloud.database;

import org.jspecify.annotations.Nullable;

/**
 * Two machines that take writes: a person has promoted the read replica of a primary that is only cut off, and nobody told that one.
 * Whoever reaches it goes on writing there. Once it can be reached again a person stops it, and what it was told alone is lost:
 * nobody merges two logs.
 */
final class SplitBrain {

    private final Machines machines;
    private final CommitLog log;
    private final Losses losses;
    private final Notes notes;

    private @Nullable Machine other;

    /** The last place of the log that both have. */
    private int common;

    SplitBrain(Machines machines, CommitLog log, Losses losses, Notes notes) {
        this.machines = machines;
        this.log = log;
        this.losses = losses;
        this.notes = notes;
        machines.whenOtherEnds(this::end);
    }

    /** The machine goes on beside the copy that is promoted. */
    void begin(Machine primary, Machine copy) {
        other = primary;
        common = copy.held;
        machines.become(primary, Role.OTHER_PRIMARY);
        notes.of(primary, Note.TWO_PRIMARIES);
    }

    boolean isOpen() {
        return other != null;
    }

    /** Somebody who gets through to it again stops it. */
    void look() {
        Machine found = other;
        if (found != null && machines.isReachable(found)) {
            notes.of(found, Note.STOPPED_OTHER, log.acknowledgedBy(found, common).length);
            machines.become(found, Role.FENCED);
            found.stop();
            machines.closeConnections(found);
        }
    }

    /** It takes writes no longer, for whatever reason. */
    private void end(Machine machine) {
        losses.lose(log.acknowledgedBy(machine, common), Loss.SPLIT_BRAIN);
        other = null;
    }
}
