package dev.tilab;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;

/**
 * A disk that is full, or a store that is closed, for as long as a story wants it; what then fails, fails with the exceptions
 * that H2 was seen to throw. That a real full disk ends like that is {@link StoreFailsTest}'s business.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Disk {

    private enum State {
        WELL,
        FULL,
        CLOSED
    }

    private static volatile State state = State.WELL;

    /** From now on nothing can be written. */
    public static void fill() {
        state = State.FULL;
    }

    /** From now on nothing can be read, either. */
    public static void close() {
        state = State.CLOSED;
    }

    public static void mend() {
        state = State.WELL;
    }

    @Bean
    static BeanPostProcessor disk() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PlatformTransactionManager real ? new Transactions(real) : bean;
            }
        };
    }

    private record Transactions(PlatformTransactionManager real) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            if (state == State.CLOSED) {
                throw new CannotCreateTransactionException(
                        "Could not open JPA EntityManager",
                        new SQLException("The database has been closed", "90098", 90098));
            }
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (state == State.FULL && !status.isReadOnly()) {
                real.rollback(status);
                IOException full = new IOException("No space left on device");
                throw new TransactionSystemException(
                        "Could not commit", new SQLException("IO Exception", "90028", 90028, full));
            }
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
