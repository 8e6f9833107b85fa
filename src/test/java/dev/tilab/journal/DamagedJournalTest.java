package dev.tilab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.h2.index.Index;
import org.h2.result.Row;
import org.h2.value.ValueBigint;
import org.h2.value.ValueDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A file that was damaged is refused as it lies there, or it opens with every day whole: H2 goes back to an older version of
 * itself without a word, sums up nothing of what stands in a page, and takes an empty file for a new journal.
 */
@Tag("slow")
class DamagedJournalTest {

    private static final int DAYS = 60;
    private static final int EDITS = 90;

    /** Of each kind of damage; {@code -Ddamage.seeds} for more than an everyday run takes. */
    private static final int SEEDS = Integer.getInteger("damage.seeds", 8);

    @TempDir
    static Path folder;

    /** As the journal is closed, and as a kill leaves it. */
    private static byte[] closed;

    private static byte[] killed;
    private static Map<LocalDate, String> days;

    /** Ways in which a disk, a copy or a hand spoils a file. */
    enum Damage {
        /** The file holds older copies of most pages, too, so one flip may be in what nobody reads. */
        FLIP_IN_EVERY_COPY_OF_A_TEXT {
            @Override
            byte[] to(byte[] file, Random random) {
                List<Integer> found = places(file, "# TIL\n");
                int one = found.get(random.nextInt(found.size()));
                String beginning = new String(file, one, 80, StandardCharsets.ISO_8859_1);
                int letter = random.nextInt(80);
                places(file, beginning).forEach(copy -> file[copy + letter] ^= 1);
                return file;
            }
        },
        FLIPS {
            @Override
            byte[] to(byte[] file, Random random) {
                for (int i = random.nextInt(500); i >= 0; i--) {
                    flip(file, random.nextInt(file.length), random);
                }
                return file;
            }
        },
        FLIP_IN_HEADER_OR_FOOTER {
            @Override
            byte[] to(byte[] file, Random random) {
                List<Integer> found = places(file, "chunk:");
                // Those of the newest chunks are what a fall back to an older version hangs on.
                int place = found.get(found.size() - 1 - random.nextInt(Math.min(12, found.size())));
                flip(file, place + random.nextInt(60), random);
                return file;
            }
        },
        ZEROS {
            @Override
            byte[] to(byte[] file, Random random) {
                int from = random.nextInt(file.length);
                Arrays.fill(file, from, Math.min(file.length, from + 1 + random.nextInt(file.length / 4)), (byte) 0);
                return file;
            }
        },
        TAIL_OF_ZEROS {
            @Override
            byte[] to(byte[] file, Random random) {
                Arrays.fill(file, random.nextInt(file.length), file.length, (byte) 0);
                return file;
            }
        },
        SWAPPED_BLOCKS {
            @Override
            byte[] to(byte[] file, Random random) {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    int one = random.nextInt(file.length / 4096) * 4096;
                    int two = random.nextInt(file.length / 4096) * 4096;
                    byte[] kept = Arrays.copyOfRange(file, one, one + 4096);
                    System.arraycopy(file, two, file, one, 4096);
                    System.arraycopy(kept, 0, file, two, 4096);
                }
                return file;
            }
        },
        CUT {
            @Override
            byte[] to(byte[] file, Random random) {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
        },
        SHIFTED {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] out = new byte[file.length + 1];
                System.arraycopy(file, 0, out, 1, file.length);
                return out;
            }
        };

        abstract byte[] to(byte[] file, Random random);

        /** Whether it may take the newest versions of a killed journal without a trace: nothing else in the file knows of them. */
        boolean leavesNoTrace() {
            return this == CUT || this == ZEROS || this == TAIL_OF_ZEROS;
        }

        private static List<Integer> places(byte[] file, String beginning) {
            String all = new String(file, StandardCharsets.ISO_8859_1);
            List<Integer> found = new ArrayList<>();
            for (int at = all.indexOf(beginning); at >= 0; at = all.indexOf(beginning, at + 1)) {
                found.add(at);
            }
            return found;
        }

        private static void flip(byte[] file, int at, Random random) {
            file[at] ^= (byte) (1 + random.nextInt(255));
        }
    }

    @BeforeAll
    static void writeAJournal() throws Exception {
        Path database = folder.resolve("good").resolve("tilab");
        String url = "jdbc:h2:file:" + database + ";WRITE_DELAY=0";
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        try (Connection journal = DriverManager.getConnection(url, "sa", "")) {
            journal.setAutoCommit(false);
            for (int i = 0; i < DAYS; i++) {
                save(journal, i, text(i, 0), true);
            }
            Random random = new Random(8);
            for (int i = 0; i < EDITS; i++) {
                save(journal, random.nextInt(DAYS), text(i, i), false);
            }
            days = read(journal);
            try (Statement kill = journal.createStatement()) {
                kill.execute("shutdown immediately");
            }
        }
        killed = Files.readAllBytes(file(database));
        DriverManager.getConnection(url, "sa", "").close();
        closed = Files.readAllBytes(file(database));
        assertThat(days).hasSize(DAYS);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedFileIsRefusedAsItIsOrOpensWithEveryDay(Damage damage) throws Exception {
        int refused = 0;
        List<String> faults = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] base = seed % 2 == 0 || damage.leavesNoTrace() ? closed : killed;
            byte[] bytes = damage.to(base.clone(), new Random(seed));
            if (!Arrays.equals(bytes, base)) {
                try {
                    refused += expectAllOrNothing(bytes) ? 0 : 1;
                } catch (Exception | AssertionError fault) {
                    faults.add("seed " + seed + (base == closed ? ", closed: " : ", killed: ") + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H:2,", "hello\n", "SQLite format 3\0"})
    void aFileOfSomethingElseIsRefused(String beginning) throws Exception {
        byte[] bytes =
                beginning.isEmpty() ? new byte[0] : beginning.repeat(3000).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(expectAllOrNothing(bytes)).isFalse();
    }

    /** The ordinary case. What a kill cut short while it was being written was never confirmed. */
    @Test
    void aKilledJournalOpens() throws Exception {
        assertThat(expectAllOrNothing(killed)).isTrue();
        assertThat(expectAllOrNothing(closed)).isTrue();
    }

    /** A kill may leave it, and {@link TornIndexes} mends it; a journal that is refused is mended by nobody. */
    @Test
    void aJournalWhoseIndexesAreTornOpensAndIsMended() throws Exception {
        byte[] torn = torn((store, entry) -> {
            Tears.tear(store, "ENTRY", "LIVE_DATE", entry, Index::remove);
            Tears.tear(store, "ENTRY", "REVISION_ID", entry, (index, session, row) -> {
                index.remove(session, row);
                index.add(session, Tears.with(row, index, ValueBigint.get(9_999)));
            });
        });
        assertThat(daysIn(torn)).isNotEqualTo(days);

        Path database = file(torn);
        Start.on(database.getParent());
        assertThat(Files.readAllBytes(file(database))).isEqualTo(torn);

        SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:h2:file:" + database, "sa", "", true);
        TornIndexes indexes = new TornIndexes(JdbcClient.create(source));
        assertThat(indexes.tables()).containsExactly("ENTRY");
        indexes.rebuild("ENTRY");
        assertThat(indexes.tables()).isEmpty();
        assertThat(read(source.getConnection())).isEqualTo(days);
        source.destroy();
    }

    /** Making the index anew would drop the only trace of that day. */
    @Test
    void aDayThatOnlyAnIndexKnowsOfIsDamage() throws Exception {
        byte[] torn = torn((store, entry) -> Tears.tear(store, "ENTRY", "LIVE_DATE", entry, (index, session, row) -> {
            Row other = Tears.with(row, index, ValueDate.parse("2026-01-01"));
            index.add(session, Row.get(other.getValueList(), -1, 9_999));
        }));

        assertThat(expectAllOrNothing(torn)).isFalse();
    }

    private interface Tear {
        void apply(Connection store, long entry) throws SQLException;
    }

    private static byte[] torn(Tear tear) throws Exception {
        Path database = file(closed);
        try (Connection store = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "")) {
            tear.apply(store, 7);
        }
        return Files.readAllBytes(file(database));
    }

    private static Map<LocalDate, String> daysIn(byte[] bytes) throws Exception {
        try (Connection store = DriverManager.getConnection("jdbc:h2:file:" + file(bytes), "sa", "")) {
            return read(store);
        }
    }

    /** A folder each: a start that fails ends the process, and only that lets go of a file that H2 could not even open. */
    private static Path file(byte[] bytes) throws IOException {
        Path database = Files.createTempDirectory(folder, "case").resolve("tilab");
        Files.write(file(database), bytes);
        return database;
    }

    private static boolean expectAllOrNothing(byte[] bytes) throws Exception {
        Path database = file(bytes);
        Path data = database.getParent();
        try {
            Start.on(data);
        } catch (RuntimeException refused) {
            Throwable cause = refused;
            while (cause.getCause() != null && !cause.getClass().getSimpleName().equals("StoreRefusedException")) {
                cause = cause.getCause();
            }
            assertThat(cause.getMessage()).isEqualTo("The journal " + file(database) + " is damaged.");
            assertThat(Files.readAllBytes(file(database))).isEqualTo(bytes);
            assertThat(data.toFile().list()).containsExactly("tilab.mv.db");
            return false;
        }
        assertThat(Files.readAllBytes(file(database))).isEqualTo(bytes);
        try (Connection journal =
                DriverManager.getConnection("jdbc:h2:file:" + database + ";WRITE_DELAY=0", "sa", "")) {
            assertThat(read(journal)).isEqualTo(days);
        }
        return true;
    }

    private static Path file(Path database) {
        return database.resolveSibling("tilab.mv.db");
    }

    private static LocalDate day(int i) {
        return LocalDate.of(2025, 1, 1).plusDays(i);
    }

    private static String text(int i, int edit) {
        return "# TIL\n\n## 날짜: " + day(i) + "\n\n"
                + ("배운 것 " + i + "." + edit + "\n").repeat(20 + (i * 7 + edit) % 100);
    }

    private static void save(Connection journal, int i, String text, boolean isNew) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sha =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String previous = isNew ? "null" : "(select revision_id from entry where entry_date = '" + day(i) + "')";
        long revision;
        try (PreparedStatement insert = journal.prepareStatement(
                "insert into revision (previous_id, bytes, charset_name, sha256, saved_at) values (" + previous
                        + ", ?, 'UTF-8', ?, now())",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setBytes(1, bytes);
            insert.setString(2, sha);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                revision = key.getLong(1);
            }
        }
        String sql = isNew
                ? "insert into entry (version, entry_date, live_date, revision_id, day_note, excerpt, created_at, updated_at)"
                        + " values (0, ?, ?, " + revision + ", ?, 'excerpt', now(), now())"
                : "update entry set version = version + 1, revision_id = " + revision
                        + " where entry_date = ? and live_date = ? and ? is not null";
        try (PreparedStatement change = journal.prepareStatement(sql)) {
            change.setDate(1, Date.valueOf(day(i)));
            change.setDate(2, Date.valueOf(day(i)));
            change.setString(3, text);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        journal.commit();
    }

    /** Every day as pages find it, by the index of its date. */
    private static Map<LocalDate, String> read(Connection journal) throws SQLException, IOException {
        Map<LocalDate, String> found = new TreeMap<>();
        try (PreparedStatement query = journal.prepareStatement(
                "select r.bytes from entry e join revision r on r.id = e.revision_id where e.live_date = ?")) {
            for (int i = 0; i < DAYS; i++) {
                query.setDate(1, Date.valueOf(day(i)));
                try (ResultSet rows = query.executeQuery()) {
                    if (rows.next()) {
                        String text = new String(rows.getBytes(1), StandardCharsets.UTF_8);
                        found.put(day(i), text.lines().skip(4).findFirst().orElse("") + ", hash " + text.hashCode());
                    }
                }
            }
        }
        return found;
    }
}
