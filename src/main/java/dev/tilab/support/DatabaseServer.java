package dev.tilab.support;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The database server that {@code spring.datasource.url} names, instead of a file in the data folder. A server can go away while
 * TILab stays: waiting for it is bounded, so that a page can say so, and a connection that died in silence is noticed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(NoDatabaseServer.URL)
class DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseServer.class);

    private static final String PREFIX = "spring.datasource.hikari.";
    private static final long CONNECTION_TIMEOUT_MILLIS = 3_000;
    private static final long VALIDATION_TIMEOUT_MILLIS = 1_000;
    private static final long MAX_LIFETIME_MILLIS = 600_000;

    /** Longer than any statement of ours takes; a server that says nothing for so long is gone. */
    private static final String SOCKET_TIMEOUT_SECONDS = "20";

    /** What is set under {@code spring.datasource.hikari} or in the URL itself goes before what is set here. */
    @Bean
    static BeanPostProcessor boundedWaiting(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
                    bound(pool, environment);
                    // Name and password may stand in the query.
                    LOG.info(
                            "The journal lies in the database {}",
                            pool.getJdbcUrl().replaceFirst("\\?.*", ""));
                }
                return bean;
            }
        };
    }

    private static void bound(HikariDataSource pool, Environment environment) {
        if (!environment.containsProperty(PREFIX + "connection-timeout")) {
            pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        }
        if (!environment.containsProperty(PREFIX + "validation-timeout")) {
            pool.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        }
        if (!environment.containsProperty(PREFIX + "max-lifetime")) {
            pool.setMaxLifetime(MAX_LIFETIME_MILLIS);
        }
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
    }
}
