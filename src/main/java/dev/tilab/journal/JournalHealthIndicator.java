package dev.tilab.journal;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Down while the journal cannot be read: reads one row, because H2's connections call themselves valid after it closed. */
@Component
class JournalHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient database;

    JournalHealthIndicator(JdbcClient database) {
        super("the journal cannot be read");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.sql("select id, octet_length(bytes) from revision order by id desc fetch first 1 row only")
                .query()
                .listOfRows();
        health.up();
    }
}
