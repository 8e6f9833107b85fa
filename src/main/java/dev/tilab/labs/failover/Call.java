package dev.tilab.labs.failover;

/** A request under way. */
final class Call {

    final int row;
    final Client client;
    Connection connection;

    /** Sent towards somebody who will not answer. */
    boolean silent;

    /** Kept by the proxy until a machine takes writes. */
    boolean held;

    boolean ended;

    Call(int row, Client client) {
        this.row = row;
        this.client = client;
    }
}
