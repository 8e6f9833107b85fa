package dev.tilab.cloud.database;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;

/**
 * The strip of phases: an incident begins with a fault and is over when the last client is back. A client that notices late
 * makes it over again, later; what was recorded stays.
 */
public final class Incidents {

    private final EventLog.Table phases;
    private final Notes notes;
    private int incident = -1;
    private boolean detected;
    private boolean firstBack;
    private boolean lastBack;

    /** Clients that have not been served since something went wrong. */
    private int hit;

    Incidents(Region region, Notes notes) {
        phases = region.log().table("phases", "incident", "phase");
        this.notes = notes;
    }

    /** Something is wrong from now on, whether or not anybody notices. */
    void fault() {
        if (incident < 0 || lastBack) {
            incident++;
            detected = false;
            firstBack = false;
            lastBack = false;
            phases.add(incident, Phase.FAULT.ordinal());
        }
    }

    /** Whether anything has been wrong so far. */
    public boolean any() {
        return incident >= 0;
    }

    void reached(Phase phase) {
        phases.add(Math.max(0, incident), phase.ordinal());
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
            notes.of(client, Note.FIRST_BACK);
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
            notes.of(client, Note.LAST_BACK);
        }
    }

    /** How many clients have not been served since something went wrong. */
    public int stillHit() {
        return hit;
    }
}
