package dev.tilab.cloud.database;

/** A read or a write under way from a client to its database. */
public final class Call {

    /** Told once what became of a call. */
    @FunctionalInterface
    public interface Ending {
        void ended(Call call, Outcome how);
    }

    final int row;
    final boolean isRead;
    final Client client;
    private final Ending ending;

    /** Told of every step. */
    final CallListener listener;

    Connection connection;

    /** It has left its client. */
    boolean sent;

    /** Sent towards somebody who will not answer. */
    boolean silent;

    /** Kept by the proxy until a machine takes writes. */
    boolean held;

    private boolean ended;

    Call(int row, boolean isRead, Client client, Ending ending, CallListener listener) {
        this.row = row;
        this.isRead = isRead;
        this.client = client;
        this.ending = ending;
        this.listener = listener;
    }

    /** Its number in the order of arrival, from 0; −1 for that of a health check. */
    public int row() {
        return row;
    }

    boolean hasEnded() {
        return ended;
    }

    void end(Outcome how) {
        ended = true;
        ending.ended(this, how);
    }
}
