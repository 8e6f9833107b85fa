package dev.tilab.journal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** All days leave in one archive, each as the file that it is. */
class ExportApiTest extends EntriesApiStory {

    private static final LocalDate FIRST = LocalDate.of(2024, 11, 30);
    private static final LocalDate SECOND = LocalDate.of(2025, 3, 6);

    @Test
    void everyDayIsItsFileByteForByteFromTheOldestOn() throws Exception {
        byte[] korean = "### 오늘의 회고\r\n느린 하루".getBytes(Charset.forName("x-windows-949"));
        byte[] marked = "\uFEFF# TIL\n\n그냥 글\n".getBytes(StandardCharsets.UTF_8);
        journal.bring(SECOND, korean, "a.md");
        journal.bring(FIRST, marked, "2024-11-30~12-01.md");

        Map<String, byte[]> files = unpacked(exported(""));

        assertThat(files.keySet()).containsExactly("2024-11-30~2024-12-01.md", "2025-03-06.md");
        assertThat(files.get("2024-11-30~2024-12-01.md")).isEqualTo(marked);
        assertThat(files.get("2025-03-06.md")).isEqualTo(korean);
    }

    /** What its owner took back must not leave with the rest; and a ZIP of nothing is one all the same. */
    @Test
    void trashAndEarlierVersionsStay() throws Exception {
        assertThat(unpacked(exported(""))).isEmpty();
        var entry = journal.bring(SECOND, "처음 글\n".getBytes(StandardCharsets.UTF_8), "");
        journal.replace(SECOND, entry.version(), "다시 쓴 글\n".getBytes(StandardCharsets.UTF_8));
        var gone = journal.bring(FIRST, "지운 글\n".getBytes(StandardCharsets.UTF_8), "");
        journal.trash(FIRST, gone.version());

        Map<String, byte[]> files = unpacked(exported(""));
        assertThat(files.keySet()).containsExactly("2025-03-06.md");
        assertThat(new String(files.get("2025-03-06.md"), StandardCharsets.UTF_8))
                .isEqualTo("다시 쓴 글\n");
    }

    /** Guards against times of the machine in the archive: a repository would see every day as changed. */
    @Test
    void aFilesTimeIsItsDayInNoTimeZone() throws Exception {
        journal.bring(SECOND, "글\n".getBytes(StandardCharsets.UTF_8), "");
        journal.bring(LocalDate.of(1931, 5, 1), "옛 글\n".getBytes(StandardCharsets.UTF_8), "");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(exported("")), StandardCharsets.UTF_8)) {
            for (String noon : List.of("1980-01-01T12:00", "2025-03-06T12:00")) {
                ZipEntry entry = zip.getNextEntry();
                assertThat(entry.getTimeLocal()).hasToString(noon);
                assertThat(entry.getExtra()).isNull();
            }
        }
    }

    @Test
    void foldersAreThoseOfARepositoryOfDiaries() throws Exception {
        journal.bring(SECOND, "글\n".getBytes(StandardCharsets.UTF_8), "");
        assertThat(unpacked(exported("?layout=flat"))).containsOnlyKeys("2025-03-06.md");
        assertThat(unpacked(exported("?layout=month"))).containsOnlyKeys("Mar/2025-03-06.md");
        assertThat(unpacked(exported("?layout=year"))).containsOnlyKeys("2025/2025-03-06.md");
        assertThat(unpacked(exported("?layout=year-month"))).containsOnlyKeys("2025/03/2025-03-06.md");
    }

    @Test
    void whatTheAddressDoesNotKnowIsSaid() throws Exception {
        perform(get("/api/v1/export?layout=zigzag&from=2025-01-01"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", contains("from", "layout")))
                .andExpect(jsonPath("$.errors[*].code", contains("unknown-parameter", "none-of")))
                .andExpect(jsonPath("$.errors[1].message").value(containsString("flat, month, year, year-month")));
    }

    private byte[] exported(String query) throws Exception {
        return perform(get("/api/v1/export" + query))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andExpect(header().string(
                                "Content-Disposition",
                                matchesPattern(".*\"tilab-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.zip\".*")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
