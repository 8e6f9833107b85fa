package dev.tilab.labs.failover;

import dev.tilab.labs.failover.Words.Note;
import dev.tilab.labs.failover.Words.Phase;

/**
 * The strip of phases: an incident begins with a fault and is over when the last client is back. A client that notices late
 * makes it over again, later; what was recorded stays.
 */
final class Incidents {

    private final Lane lane;
    private int incident = -1;
    private boolean detected;
    private boolean firstBack;
    private boolean lastBack;

    /** Clients that have not been served since something went wrong. */
    private int hit;

    Incidents(Lane lane) {
        this.lane = lane;
    }

    /** Something is wrong from now on, whether or not anybody notices. */
    void fault() {
        if (incident < 0 || lastBack) {
            incident++;
            detected = false;
            firstBack = false;
            lastBack = false;
            lane.record.phase(incident, Phase.FAULT);
        }
    }

    /** Whether anything has been wrong so far. */
    boolean any() {
        return incident >= 0;
    }

    void reached(Phase phase) {
        lane.record.phase(Math.max(0, incident), phase);
    }

    void detected() {
        if (!detected) {
            detected = true;
            reached(Phase.DETECTED);
        }
    }

    /** A client has lost its link or a request. */
    void hit() {
        if (incident < 0) {
            fault();
        }
        hit++;
    }

    /** A client has been served again. */
    void back(Client client) {
        hit--;
        if (!firstBack) {
            firstBack = true;
            reached(Phase.FIRST_BACK);
            lane.record.note(Note.FIRST_BACK, -1, client.index, 0);
        }
        overIfNobodyIsHit(client);
    }

    /** A client that had not been served again is not waited for any longer. */
    void left(Client client) {
        hit--;
        if (firstBack) {
            overIfNobodyIsHit(client);
        }
    }

    private void overIfNobodyIsHit(Client client) {
        if (hit == 0) {
            lastBack = true;
            reached(Phase.LAST_BACK);
            lane.record.note(Note.LAST_BACK, -1, client.index, 0);
        }
    }

    int stillHit() {
        return hit;
    }
}
