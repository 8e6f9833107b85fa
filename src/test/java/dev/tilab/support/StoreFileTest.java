package dev.tilab.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be the journal is said before anything is made of it; damage is the business of the journal's own test. */
class StoreFileTest {

    @TempDir
    Path data;

    @Test
    void aFolderBelowAFileAndAFolderInTheFilesPlaceAreSaid() throws Exception {
        Path below = Files.writeString(data.resolve("file"), "mine").resolve("folder");
        assertThatThrownBy(() -> StoreFile.check(below.resolve("tilab"), List.of(), false))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessage("The data folder " + below + " cannot be made.");
        assertThat(data.resolve("file")).hasContent("mine");

        Files.createDirectory(data.resolve("tilab.mv.db"));
        assertThatThrownBy(() -> StoreFile.check(data.resolve("tilab"), List.of(), false))
                .hasMessage("The journal " + data.resolve("tilab.mv.db") + " is a folder, not a file.");
    }

    /** After a power cut a file may be refused that H2 can still read most of: its owner must not be locked out. */
    @Test
    void aDamagedJournalIsOpenedForWhoAsksForIt() throws Exception {
        byte[] bytes = journal("create table more as select x, repeat('글', 3000) y from system_range(1, 200)");
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        Files.write(data.resolve("tilab.mv.db"), bytes);

        assertThatThrownBy(() -> StoreFile.check(data.resolve("tilab"), List.of(), false))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("is damaged");
        StoreFile.check(data.resolve("tilab"), List.of(), true);
    }

    /** H2 writes to its file as soon as it opens it, so that looking at the tables afterwards is too late. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into \"flyway_schema_history\" select 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'sa', now(), 1, true",
                "insert into \"flyway_schema_history\" select 97, '97', 'later', 'SQL', 'V97__later.sql', 1, 'sa', now(), 1, false",
                "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'"
            })
    void tablesThatThisTilabDoesNotKnowAreLeftAsTheyAre(String change) throws Exception {
        byte[] bytes = journal(change);

        assertThatThrownBy(() -> StoreFile.check(data.resolve("tilab"), List.of(), false))
                .isInstanceOf(FlywayValidateException.class);
        expectUntouched(bytes);
    }

    /** Flyway says that it has found a schema without a history; that is no sentence for a person. */
    @ParameterizedTest
    @ValueSource(strings = {"drop table \"flyway_schema_history\"", "drop all objects; create table x (a int)"})
    void whatAnotherProgramLeftIsNoJournal(String change) throws Exception {
        byte[] bytes = journal(change);

        assertThatThrownBy(() -> StoreFile.check(data.resolve("tilab"), List.of(), false))
                .hasMessage("The file " + data.resolve("tilab.mv.db")
                        + " is no journal: what it holds was not written by TILab.");
        expectUntouched(bytes);
    }

    /** A look that a running TILab does not allow must not call its journal damaged. */
    @Test
    void aJournalInUseIsSaidToBe() throws Exception {
        journal("select 1");
        try (MVStore running = new MVStore.Builder()
                .fileName(data.resolve("tilab.mv.db").toString())
                .open()) {
            assertThatThrownBy(() -> StoreFile.check(data.resolve("tilab"), List.of(), false))
                    .hasMessage("The data in " + data + " is in use by another TILab that is still running.");
            assertThat(running.isClosed()).isFalse();
        }
    }

    /** The check of an index would check nothing if both queries read the same pages. */
    @Test
    void anIndexIsReadApartFromItsTable() throws Exception {
        journal("select 1");
        try (Connection store = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("tilab"), "sa", "");
                Statement explain = store.createStatement()) {
            List<StoreIndex> indexes = StoreIndex.all(store);
            assertThat(indexes).hasSizeGreaterThan(8);
            for (StoreIndex index : indexes) {
                assertThat(plan(explain, "select _rowid_ from \"" + index.table() + "\" use index ()"))
                        .contains(".tableScan");
                if (!index.columns().equals(List.of("ID"))) {
                    // A number as primary key is the table's own order, with no pages of its own.
                    assertThat(plan(explain, index.numbers())).contains(index.name() + " */", "index sorted");
                }
            }
        }
    }

    private static String plan(Statement explain, String query) throws Exception {
        try (ResultSet rows = explain.executeQuery("explain " + query)) {
            rows.next();
            return rows.getString(1).replace("\"", "");
        }
    }

    private byte[] journal(String change) throws Exception {
        String url = "jdbc:h2:file:" + data.resolve("tilab");
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        try (Connection store = DriverManager.getConnection(url, "sa", "");
                Statement statement = store.createStatement()) {
            statement.execute(change);
        }
        return Files.readAllBytes(data.resolve("tilab.mv.db"));
    }

    private void expectUntouched(byte[] bytes) throws Exception {
        assertThat(Files.readAllBytes(data.resolve("tilab.mv.db"))).isEqualTo(bytes);
        assertThat(data.toFile().list()).containsExactly("tilab.mv.db");
    }
}
