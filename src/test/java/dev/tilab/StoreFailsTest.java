package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the journal when the disk does not take it, and of a start where there is none to open. */
@Tag("slow")
class StoreFailsTest {

    /** KiB that the process may write into one file: its own "full disk", for which nobody needs to be root. */
    private static final int FULL_KIB = 2048;

    /** H2 closes itself at a failed write; its pool went on handing out connections that were dead, until a restart. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskRefusesTheWriteAndReadingGoesOn(@TempDir Path data) throws Exception {
        try (RunningProcess process = RunningProcess.withFilesUpTo(FULL_KIB, data)) {
            assertThat(put(process, 1, "a").statusCode()).isEqualTo(201);
            expectOwnersOnly(data);
            HttpResponse<String> refused = put(process, 2, "b");
            for (int day = 3; refused.statusCode() == 201 && day < 28; day++) {
                refused = put(process, day, "b");
            }

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(refused.body()).contains("The disk is full");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            // The rollback fails, too, once the store has closed itself; it hid the cause, and the answer was 500.
            for (int day = 20; day < 28; day++) {
                assertThat(put(process, day, "c").statusCode()).isIn(503, 507);
            }
            HttpResponse<String> page = form(process, "d".repeat(150_000));
            assertThat(page.statusCode()).as(page.body()).isIn(503, 507);
            // A page that relies on the Back button is none for who has no JavaScript and reloads.
            assertThat(page.body()).contains("<!doctype html>", "저장하지 않았습니다", "d".repeat(150_000));
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> read = get(process, "/api/v1/entries/2025-03-01");
                assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
            }
            assertThat(get(process, "/").statusCode()).isEqualTo(200);
            assertThat(get(process, "/actuator/health/readiness").body()).contains("UP");
            // H2 wrote what failed, statements with their texts, into a file beside it.
            expectOwnersOnly(data);
        }
    }

    private static void expectOwnersOnly(Path data) throws IOException {
        assertThat(data.toFile().list()).containsExactly("tilab.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tilab.mv.db"))))
                .isEqualTo("rw-------");
    }

    /** What exactly is refused is tried elsewhere; whoever starts it sees one sentence, and no stack trace. */
    @Test
    void aDamagedFileIsRefusedInOneSentenceAndLeftAsItIs(@TempDir Path data) throws Exception {
        Path file = data.resolve("tilab.mv.db");
        String url = "jdbc:h2:file:" + data.resolve("tilab");
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        // H2 wants to write to what is left, and fails with the error number of a folder that cannot be written.
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(file), 8192);
        Files.write(file, bytes);

        expectRefusal(data, "The journal " + file + " is damaged.");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** Flyway lets a program write to the tables of a newer one, and H2 touches its file before anybody can look. */
    @Test
    void aJournalOfANewerTilabIsRefusedAndLeftAsItIs(@TempDir Path data) throws Exception {
        String url = "jdbc:h2:file:" + data.resolve("tilab");
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement newer = database.createStatement()) {
            newer.execute(
                    "insert into \"flyway_schema_history\" select 99, '99', 'newer', \"type\", 'V99__newer.sql', 1, \"installed_by\","
                            + " \"installed_on\", 1, true from \"flyway_schema_history\" where \"version\" = '1'");
        }
        byte[] bytes = Files.readAllBytes(data.resolve("tilab.mv.db"));

        expectRefusal(data, "The journal was written by a newer TILab, or its tables were changed by hand.");
        assertThat(Files.readAllBytes(data.resolve("tilab.mv.db"))).isEqualTo(bytes);
    }

    private static void expectRefusal(Path data, String sentence) throws Exception {
        try (RunningProcess process = new RunningProcess(data)) {
            assertThat(process.exitCode()).isNotZero();
            assertThat(process.output()).contains(sentence).noneMatch(line -> line.startsWith("\tat "));
        }
        assertThat(data.toFile().list()).containsExactly("tilab.mv.db");
    }

    private static HttpResponse<String> put(RunningProcess process, int day, String letter) throws Exception {
        String date = "2025-03-%02d".formatted(day);
        String diary = "# TIL\n\n## 날짜: " + date + "\n\n### 오늘의 회고\n" + (letter.repeat(99) + "\n").repeat(1500);
        return process.client.send(
                HttpRequest.newBuilder(process.uri("/api/v1/entries"))
                        .header("Content-Type", "text/markdown;charset=UTF-8")
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString(diary))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(RunningProcess process, String path) throws Exception {
        return process.client.send(
                HttpRequest.newBuilder(process.uri(path))
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a browser sends the form of a new day. */
    private static HttpResponse<String> form(RunningProcess process, String text) throws Exception {
        return process.client.send(
                HttpRequest.newBuilder(process.uri("/journal"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "ko")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString("action=save&date=2025-03-30&retrospective=" + text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
