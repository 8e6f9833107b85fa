package dev.tilab;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for the tests, started once in a JVM and stopped with it. It does not fsync: for power loss it is no witness. */
public final class PostgreSqlServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedPostgres server;
    private static String reason;

    private PostgreSqlServer() {}

    /** Why there is none on this machine; empty when there is one. In CI there has to be one. */
    static synchronized Optional<String> missing() {
        if (server == null && reason == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException | IllegalStateException e) {
                if ("true".equals(System.getenv("CI"))) {
                    throw new AssertionError("PostgreSQL has to start in CI", e);
                }
                reason = "PostgreSQL does not start on this machine: " + e.getMessage();
            }
        }
        return Optional.ofNullable(reason);
    }

    /** The address of a new, empty database; its owner is {@code postgres} with any password. */
    static String newDatabase() {
        missing().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        String name = "story" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }
}
