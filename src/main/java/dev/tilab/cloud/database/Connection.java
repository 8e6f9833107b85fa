package dev.tilab.cloud.database;

import org.jspecify.annotations.Nullable;

/** A link of a client's pool to one life of one machine. */
final class Connection {

    final Machine machine;
    final int epoch;

    /** The request that is using it; null while it is idle. */
    @Nullable
    Call call;

    Connection(Machine machine) {
        this.machine = machine;
        epoch = machine.epoch;
    }
}
