package dev.tilab.journal;

import dev.tilab.support.StoreCheck;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every day has its text, and every text that was ever saved is the one that was saved. */
@Component
class JournalCheck implements StoreCheck {

    /** A day without its text, two days with one, and columns of a row that contradict each other. */
    private static final String WRONG_DAYS = """
            select 1 from entry e left join revision r on r.id = e.revision_id
            where r.id is null
                or (e.live_date is null) = (e.deleted_at is null)
                or e.live_date <> e.entry_date
                or e.end_date < e.entry_date
                or e.version < 0
            union all
            select 1 from entry group by revision_id having count(*) > 1
            union all
            select 1 from revision r left join revision p on p.id = r.previous_id
            where r.previous_id is not null and p.id is null""";

    /** All the others follow from the texts. */
    @Override
    public Set<String> irreplaceable() {
        return Set.of("ENTRY", "REVISION");
    }

    @Override
    public boolean holds(Connection store) throws SQLException {
        return !isAny(store, WRONG_DAYS) && textsAreAsSaved(store);
    }

    private static boolean isAny(Connection store, String query) throws SQLException {
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static boolean textsAreAsSaved(Connection store) throws SQLException {
        MessageDigest digest = sha256();
        try (Statement statement = store.createStatement();
                ResultSet rows = statement.executeQuery("select bytes, sha256 from revision")) {
            while (rows.next()) {
                if (!HexFormat.of().formatHex(digest.digest(rows.getBytes(1))).equals(rows.getString(2))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
