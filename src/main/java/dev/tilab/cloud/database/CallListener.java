package dev.tilab.cloud.database;

/** Told what becomes of calls on their way through a database; does nothing by itself. */
public interface CallListener {

    /** Wants to know nothing. */
    CallListener NONE = new CallListener() {};

    /** The call has been sent to a machine, or to the proxy before it. */
    default void sent(Call call) {}

    /** A machine has begun to work on it. */
    default void served(Call call, Machine by) {}

    /** Its commit has this place in the log. */
    default void begun(Call call, int lsn) {}

    /** Its commit is on the disk of this machine now. */
    default void logged(Call call, Machine where) {}

    /**
     * Its commit is acknowledged.
     *
     * @param confirmedBy index of the copy that confirmed it; −1 where none had to
     */
    default void acknowledged(Call call, int confirmedBy) {}
}
