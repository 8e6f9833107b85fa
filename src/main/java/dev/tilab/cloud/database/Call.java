package dev.tilab.cloud.database;

import dev.tilab.cloud.Outcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A read or a write under way from a client to its database. */
public final class Call {

    final int row;
    final boolean isRead;
    final Client client;
    private final Consumer<Outcome> reply;

    /** Told of every step. */
    final CallListener listener;

    @Nullable
    Connection connection;

    /** It has left its client. */
    boolean sent;

    /** Sent towards somebody who will not answer. */
    boolean silent;

    /** Kept by the proxy until a machine takes writes. */
    boolean held;

    private boolean ended;

    Call(int row, boolean isRead, Client client, Consumer<Outcome> reply, CallListener listener) {
        this.row = row;
        this.isRead = isRead;
        this.client = client;
        this.reply = reply;
        this.listener = listener;
    }

    /** Its number in the order of arrival, from 0; −1 for that of a health check. */
    public int row() {
        return row;
    }

    /** It leaves its client. */
    void send() {
        sent = true;
        listener.sent(this);
    }

    boolean hasEnded() {
        return ended;
    }

    void end(Outcome how) {
        ended = true;
        reply.accept(how);
    }
}
