package dev.tilab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page confirmed stays, whatever happens to the process. */
@Tag("slow")
class DataIsSafeTest {

    private static final String DIARY = "# TIL\n\n## 날짜: 2025-03-0%d\n\n### 오늘의 회고\n- 저장된 것은 남는다.\n";

    /** H2's default write delay loses the last half second at a kill. */
    @Test
    void whatWasConfirmedSurvivesAKillOneMomentLater(@TempDir Path data) throws Exception {
        try (RunningProcess first = new RunningProcess(data)) {
            for (int day = 1; day <= 5; day++) {
                HttpResponse<String> answer = first.client.send(
                        HttpRequest.newBuilder(first.uri("/api/v1/entries"))
                                .header("Content-Type", "text/markdown;charset=UTF-8")
                                .POST(BodyPublishers.ofString(DIARY.formatted(day)))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
            first.kill();
        }
        try (RunningProcess second = new RunningProcess(data)) {
            for (int day = 1; day <= 5; day++) {
                HttpResponse<String> answer = second.client.send(
                        HttpRequest.newBuilder(second.uri("/api/v1/entries/2025-03-0" + day))
                                .header("Accept", "text/markdown")
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo(DIARY.formatted(day));
            }
        }
    }

    /** Two processes on one database file would corrupt it; an error number helps nobody. */
    @Test
    void aSecondStartOnTheSameDataSaysSoInOneLine(@TempDir Path data) throws Exception {
        try (RunningProcess first = new RunningProcess(data)) {
            first.uri("/");
            try (RunningProcess second = new RunningProcess(data)) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.output())
                        .contains("The data in " + data + " is in use by another TILab that is still running.")
                        .noneMatch(line -> line.startsWith("\tat "));
            }
        }
    }
}
