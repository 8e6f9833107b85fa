package dev.tilab.cloud.database;

/** A database machine with its log. */
public final class Machine {

    final int index;
    int zone;
    Role role;
    boolean hostUp = true;
    boolean processUp = true;

    /** False once its storage has failed, until it has been filled again from elsewhere. */
    boolean hasData = true;

    /** Counts starts and ends of its process: a connection lives as long as this stays. */
    int epoch;

    /** The highest place in the log that it has written. */
    int held;

    /** Whether commits reach it: false from a broken link until it has been brought up to date. */
    boolean attached = true;

    /** Whether it has every write that was acknowledged: only such a copy is promoted by itself. */
    boolean inSync = true;

    /** When what was last sent to it, or written by it, is on its disk: logs are written in order. */
    private long writtenMicros;

    Machine(int index, int zone, Role role) {
        this.index = index;
        this.zone = zone;
        this.role = role;
    }

    /** Its number, from 0; the first one was the primary at the beginning. */
    public int index() {
        return index;
    }

    /** What it is at present. */
    public Role role() {
        return role;
    }

    boolean isRunning() {
        return hostUp && processUp && hasData;
    }

    /** The process ends; whoever is connected finds out, or does not. */
    void stop() {
        processUp = false;
        epoch++;
    }

    /** When something sent now with this delay is written, after all that came before. */
    long writeAt(long micros) {
        writtenMicros = Math.max(writtenMicros, micros);
        return writtenMicros;
    }
}
