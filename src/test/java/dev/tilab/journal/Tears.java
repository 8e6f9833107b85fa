package dev.tilab.journal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.Row;
import org.h2.table.Table;
import org.h2.value.Value;

/** Changes indexes of H2's behind their tables' backs, as a kill amid several commits did. */
final class Tears {

    private Tears() {}

    interface Tear {
        void apply(Index index, SessionLocal session, Row row);
    }

    /**
     * @param column the first one of the index
     * @param key number of the row in its table
     */
    static void tear(Connection store, String table, String column, long key, Tear tear) throws SQLException {
        SessionLocal session = (SessionLocal) store.unwrap(JdbcConnection.class).getSession();
        Table torn = session.getDatabase().getMainSchema().getTableOrView(session, table);
        Row row = torn.getRow(session, key);
        for (Index index : torn.getIndexes()) {
            if (index.getColumns()[0] != null && index.getColumns()[0].getName().equals(column)) {
                tear.apply(index, session, row);
                break;
            }
        }
        session.commit(false);
    }

    /** The same row, with another value in the index's first column. */
    static Row with(Row row, Index index, Value value) {
        Value[] values = row.getValueList().clone();
        values[index.getColumns()[0].getColumnId()] = value;
        return Row.get(values, -1, row.getKey());
    }
}
