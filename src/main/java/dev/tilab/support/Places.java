package dev.tilab.support;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Places for what costs a processor: so many may work at once, whoever comes beside them waits a while in the order of coming. Without
 * them all who ask at once slow each other down, and everybody else too.
 */
public final class Places {

    private final Semaphore free;

    public Places(int places) {
        this.free = new Semaphore(places, true);
    }

    /**
     * Works while a place is held.
     *
     * @param patienceMillis how long to wait for one
     * @param full what is thrown when none came free
     */
    public <T> T during(long patienceMillis, Supplier<T> work, Supplier<? extends RuntimeException> full) {
        if (!acquired(patienceMillis)) {
            throw full.get();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean acquired(long millis) {
        try {
            return free.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
