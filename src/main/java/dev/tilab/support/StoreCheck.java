package dev.tilab.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** What a feature can tell about its tables before anything may be written to them. */
public interface StoreCheck {

    /**
     * @param store can only be read
     * @return whether everything is there and as it was written; a read that fails says no as well
     */
    boolean holds(Connection store) throws SQLException;

    /**
     * Tables whose rows nothing else repeats, so that an index which knows of a row that its table lacks is the only witness of what
     * was lost. Everything else in which a table and its indexes disagree is no reason to refuse: a kill may leave it, and it is mended
     * later.
     */
    default Set<String> irreplaceable() {
        return Set.of();
    }
}
