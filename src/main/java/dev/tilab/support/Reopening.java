package dev.tilab.support;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Opens H2 again after it closed itself, as it does when a write fails (a full disk). Its old connections go on calling
 * themselves valid and fail at every statement; so all of them are dropped at the first failure, and the next one opens the file.
 */
final class Reopening implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setExceptionOverride(new DropAll(pool));
        }
        return bean;
    }

    private record DropAll(HikariDataSource pool) implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            StoreException.Reason reason = StoreException.reasonOf(failure);
            if (reason == null) {
                return Override.CONTINUE_EVICT;
            }
            HikariPoolMXBean connections = pool.getHikariPoolMXBean();
            if (connections != null) {
                connections.softEvictConnections();
            }
            return Override.MUST_EVICT;
        }
    }
}
