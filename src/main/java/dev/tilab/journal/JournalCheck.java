package dev.tilab.journal;

import dev.tilab.support.StoreCheck;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Every day has its text, and every text that was ever saved is the one that was saved and follows the one it followed. All of it is
 * read from the tables alone: indexes may be half written, and are made anew later.
 */
@Component
class JournalCheck implements StoreCheck {

    /** Columns of a row that contradict each other. */
    private static final String WRONG_DAYS = """
            select 1 from entry use index ()
            where (live_date is null) = (deleted_at is null) or live_date <> entry_date or end_date < entry_date or version < 0""";

    /** All the others follow from the texts; where what is left of a file is not whole, its day says so. */
    @Override
    public Set<String> irreplaceable() {
        return Set.of("ENTRY", "REVISION", "FILE_CONTENT", "FILE_PIECE", "ATTACHMENT");
    }

    @Override
    public boolean holds(Connection store) throws SQLException {
        try (Statement statement = store.createStatement();
                ResultSet wrong = statement.executeQuery(WRONG_DAYS)) {
            if (wrong.next()) {
                return false;
            }
        }
        Set<Long> last = new HashSet<>();
        try (Statement statement = store.createStatement();
                ResultSet days = statement.executeQuery("select revision_id from entry use index ()")) {
            while (days.next()) {
                if (!last.add(days.getLong(1))) {
                    return false;
                }
            }
        }
        Map<Long, Long> previous = new HashMap<>();
        return textsAreAsSaved(store, previous) && followEachOther(previous, last);
    }

    /** @param previous is told of each text which one it followed, 0 when none */
    private static boolean textsAreAsSaved(Connection store, Map<Long, Long> previous) throws SQLException {
        MessageDigest digest = sha256();
        try (Statement statement = store.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id, previous_id, bytes, sha256 from revision use index ()")) {
            while (rows.next()) {
                previous.put(rows.getLong(1), rows.getLong(2));
                if (!HexFormat.of().formatHex(digest.digest(rows.getBytes(3))).equals(rows.getString(4))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Each day's texts form a line to its last one. Beside it may stand a text that a kill left without its day's knowing: nothing
     * follows that one.
     */
    private static boolean followEachOther(Map<Long, Long> previous, Set<Long> last) {
        Set<Long> followed = new HashSet<>(previous.values());
        followed.remove(0L);
        if (!previous.keySet().containsAll(followed) || !previous.keySet().containsAll(last)) {
            return false;
        }
        Set<Long> once = new HashSet<>(last);
        return previous.entrySet().stream()
                .filter(text ->
                        text.getValue() != 0 && (last.contains(text.getKey()) || followed.contains(text.getKey())))
                .allMatch(text -> once.add(text.getValue()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
