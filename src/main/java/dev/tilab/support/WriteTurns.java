package dev.tilab.support;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one writing transaction run at a time, first come, first served. H2 puts the unfinished changes of all transactions into
 * the same chunks of its file; when the process is killed while several commit at once, a day can be left half written.
 */
public final class WriteTurns {

    private final Lock turn = new ReentrantLock(true);

    /** Runs the whole transaction, commit included, when nobody else writes. */
    public <T> T take(Supplier<T> transaction) {
        turn.lock();
        try {
            return transaction.get();
        } finally {
            turn.unlock();
        }
    }
}
