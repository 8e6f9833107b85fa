package dev.tilab.labs.elb;

import dev.tilab.labs.elb.Threads.Line;
import java.util.Arrays;

/** The connection that a sender uses, and how it stands in a lane. A sender has one at a time. */
final class Kept {

    /** Its number; −1 before the first. */
    int connection = -1;

    /** How often it was opened: what was meant for it as it was before does not touch it. */
    int opened;

    int node = -1;
    int address = -1;

    /** That of the address. */
    int generation;

    /** The target that all its letters go to; −1 if each goes where it is sent. */
    int target = -1;

    /** A bit for each target that has got letters of it since it was opened. */
    private long seen;

    /** The group that it was chosen from. */
    int group = -1;

    /** The listener that it came in by; null without one. */
    Listener listener;

    /** When something passed last, in either direction. */
    long lastMicros;

    private Line line;

    /** One for each sender. */
    static Kept[] each(int senders) {
        Kept[] all = new Kept[senders];
        Arrays.setAll(all, sender -> new Kept());
        return all;
    }

    /** Somebody closes the connection with this number, if it is open. */
    static void close(Kept[] all, int connection, long nowMicros, Workload work) {
        if (connection < work.connections()) {
            Kept of = all[work.connectionSender[connection]];
            if (of.connection == connection) {
                of.leave(nowMicros, work, ClosedBy.PERSON);
            }
        }
    }

    /** A letter goes over it: where it is another connection than before, the one before had been closed when its sender meant to. */
    void takes(int row, Workload work) {
        if (connection != work.connection[row]) {
            end(work.atMicros[row], work);
            connection = work.connection[row];
        }
    }

    boolean isOpen() {
        return line != null;
    }

    void open(Threads threads, long nowMicros, int toNode, int toAddress, Listener by, int ofGeneration) {
        node = toNode;
        address = toAddress;
        generation = ofGeneration;
        listener = by;
        target = -1;
        lastMicros = nowMicros;
        opened++;
        seen = 0;
        line = threads.open(connection, nowMicros, toNode);
    }

    /** @return how many targets have got letters of it by now */
    int reaches(int which) {
        seen |= 1L << which;
        return Long.bitCount(seen);
    }

    void pin(int toTarget, int ofGroup) {
        target = toTarget;
        group = ofGroup;
        line.target = toTarget;
    }

    void close(long atMicros, ClosedBy by) {
        if (isOpen()) {
            line.untilMicros = Math.min(line.untilMicros, Math.max(line.fromMicros, atMicros));
            line.closedBy = by;
            line = null;
            target = -1;
        }
    }

    /** It ends now, unless its sender had closed it already. */
    void leave(long nowMicros, Workload work, ClosedBy by) {
        if (isOpen() && !end(nowMicros, work)) {
            close(nowMicros, by);
        }
    }

    /** @return whether its sender has closed it by now */
    boolean end(long nowMicros, Workload work) {
        if (!isOpen() || work.closedMicros[connection] >= nowMicros) {
            return false;
        }
        close(Math.max(lastMicros, work.closedMicros[connection]), ClosedBy.SENDER);
        return true;
    }
}
