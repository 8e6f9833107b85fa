package dev.tilab.journal;

import dev.tilab.support.StoreException;
import dev.tilab.support.WriteTurns;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work on the store as one transaction; what writes waits for its turn where writers have to take turns. Everything fails with
 * {@link StoreException} while the store cannot be written or read.
 */
final class Transactions {

    private static final int ATTEMPTS = 3;

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final WriteTurns turns;

    /** @param turns none where the database keeps writers apart by itself */
    Transactions(PlatformTransactionManager manager, ObjectProvider<WriteTurns> turns) {
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(manager);
        this.turns = turns.getIfAvailable();
    }

    <T> T read(Supplier<T> query) {
        return inside(reading, query);
    }

    <T> T write(Supplier<T> change) {
        return turns == null ? inside(writing, change) : turns.take(() -> inside(writing, change));
    }

    /**
     * Writes, and again where another one was faster, which the database refuses: on the next try the change sees what that one saved,
     * and says which rule is broken now.
     */
    <T> T save(Supplier<T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write(change);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** A rollback that fails, because the store has closed itself, must not hide what failed first. */
    private static <T> T inside(TransactionTemplate transaction, Supplier<T> work) {
        AtomicReference<RuntimeException> first = new AtomicReference<>();
        try {
            return transaction.execute(status -> {
                try {
                    return work.get();
                } catch (RuntimeException failed) {
                    first.set(failed);
                    throw failed;
                }
            });
        } catch (RuntimeException failed) {
            throw StoreException.explained(first.get() == null ? failed : first.get());
        }
    }
}
