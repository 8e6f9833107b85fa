package dev.tilab.journal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.journal.Attachments;
import dev.tilab.journal.KeptFile;
import dev.tilab.journal.Versions;
import dev.tilab.journal.attachment.AttachmentPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Programs bring many files at once: looked at first, then taken. */
class ImportsApiTest extends EntriesApiStory {

    private static final LocalDate SIXTH = LocalDate.of(2025, 3, 6);

    @Autowired
    private Versions texts;

    @Autowired
    private Attachments attachments;

    @Test
    void aDryRunSaysWhatWouldBecomeOfEachFileAndSavesNothing() throws Exception {
        journal.bring(SIXTH, utf8("다른 글\n"), "");

        take(
                        "",
                        file("2025/Mar/06.md", FILE),
                        file("2025/Mar/07.md", FILE + "\n### 주간 목표\n- 더 자기\n"),
                        file("메모.md", "그냥 글\n"),
                        file("사진.png", "PNG"),
                        file("README.md", "a".repeat(1_048_577)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dryRun").value(true))
                .andExpect(jsonPath("$.files", hasSize(5)))
                .andExpect(jsonPath(at("2025/Mar/06.md", "action"), contains("skip")))
                .andExpect(jsonPath(at("2025/Mar/06.md", "code"), contains("taken")))
                .andExpect(jsonPath(at("2025/Mar/06.md", "reason"), contains("2025-03-06 has an entry already.")))
                .andExpect(jsonPath(at("2025/Mar/07.md", "action"), contains("create")))
                .andExpect(jsonPath(at("2025/Mar/07.md", "date"), contains("2025-03-07")))
                .andExpect(jsonPath(at("2025/Mar/07.md", "sections"), contains(contains("scrum", "topics", "extras"))))
                .andExpect(jsonPath(at("2025/Mar/07.md", "doubts[0].code"), contains("text-says")))
                .andExpect(jsonPath(at("메모.md", "code"), contains("no-date")))
                .andExpect(jsonPath(at("사진.png", "code"), contains("type")))
                .andExpect(jsonPath(at("README.md", "code"), contains("too-large")));
        assertThat(journal.days()).containsExactly(SIXTH);
        take("?existing=add", file("2025-03-06.md", FILE))
                .andExpect(jsonPath("$.files[0].action").value("add"));
    }

    /** Nobody confirms a program's guess: neither a free day nor one that has an entry is written under a guessed year. */
    @Test
    void aGuessedYearIsProposedAndNothingIsSavedUnderIt() throws Exception {
        journal.bring(SIXTH, utf8("다른 글\n"), "");
        for (String existing : List.of("skip", "replace", "add")) {
            take(
                            "?dryRun=false&existing=" + existing,
                            file("Mar/06.md", FILE.replace("2025-03-06", "")),
                            file("Mar/07.md", "글\n"),
                            file("Mar/2025-03-06.md", "다른 글\n"))
                    .andExpect(jsonPath(at("Mar/07.md", "date"), contains("2025-03-07")))
                    .andExpect(jsonPath(at("Mar/07.md", "action"), contains("skip")))
                    .andExpect(jsonPath(at("Mar/07.md", "code"), contains("no-year-beside")))
                    .andExpect(jsonPath(at("Mar/06.md", "code"), contains("no-year-beside")));
        }
        assertThat(stored()).isEqualTo("다른 글\n");
        assertThat(journal.days()).containsExactly(SIXTH);
    }

    @Test
    void whatIsTakenTwiceChangesNothing() throws Exception {
        take("?dryRun=false", file("2025-03-06.md", FILE), file("a/2025-03-06 (1).md", FILE))
                .andExpect(jsonPath("$.files[*].action", contains("create", "identical")));
        for (String existing : List.of("skip", "replace", "add")) {
            take("?dryRun=false&existing=" + existing, file("2025-03-06.md", FILE))
                    .andExpect(jsonPath("$.files[0].action").value("identical"));
        }
        assertThat(texts.of(SIXTH)).hasSize(1);
    }

    @Test
    void aDayThatExistsIsLeftAddedToOrReplacedAsItWasSaid() throws Exception {
        String day = "# TIL\r\n\r\n## 날짜: 2025-03-06\r\n\r\n### 오늘의 회고\r\n- 하나";
        String more = "### 오늘의 회고\n- 둘\n";
        journal.bring(SIXTH, utf8(day), "");

        take("?dryRun=false", file("2025-03-06.md", more))
                .andExpect(jsonPath("$.files[0].action").value("skip"));
        assertThat(stored()).isEqualTo(day);

        for (String done : List.of("add", "identical")) {
            take("?dryRun=false&existing=add", file("2025-03-06.md", more))
                    .andExpect(jsonPath("$.files[0].action").value(done));
            assertThat(stored()).isEqualTo(day + "\r\n\r\n" + more.replace("\n", "\r\n"));
        }
        take("?dryRun=false&existing=replace", file("2025-03-06.md", FILE))
                .andExpect(jsonPath("$.files[0].action").value("replace"));
        assertThat(stored()).isEqualTo(FILE);
        assertThat(texts.of(SIXTH)).as("what was there before").hasSizeGreaterThan(1);
    }

    /** R11: the second of two files for a day must neither vanish nor win. */
    @Test
    void ofTwoFilesForADayTheFirstIsTakenAndTheOtherIsTold() throws Exception {
        take("?dryRun=false", file("b/2025-03-06.md", "둘째 글\n"), file("a/2025-03-06.md", "첫째 글\n"))
                .andExpect(jsonPath("$.files[*].name", contains("a/2025-03-06.md", "b/2025-03-06.md")))
                .andExpect(jsonPath("$.files[*].action", contains("create", "skip")))
                .andExpect(jsonPath("$.files[1].code").value("same-day"))
                .andExpect(jsonPath("$.files[1].reason").value(containsString("a/2025-03-06.md")));
        assertThat(stored()).isEqualTo("첫째 글\n");
        take("?dryRun=false&existing=add", file("a/2025-03-07.md", "첫째 글\n"), file("b/2025-03-07.md", "둘째 글\n"))
                .andExpect(jsonPath("$.files[*].action", contains("create", "add")));
        assertThat(journal.find(SIXTH.plusDays(1)).orElseThrow().text()).isEqualTo("첫째 글\n\n둘째 글\n");
    }

    /** The promise of the export: days of every encoding, with every kind of line end, in every layout, some covering several. */
    @ParameterizedTest
    @ValueSource(strings = {"flat", "month", "year", "year-month"})
    void anExportedJournalComesBackByteForByte(String layout) throws Exception {
        Random random = new Random(layout.hashCode());
        for (int i = 0; i < 15; i++) {
            LocalDate day = LocalDate.of(1999 + random.nextInt(60), 1, 1).plusDays(random.nextInt(365));
            if (journal.find(day).isEmpty()) {
                String name = random.nextInt(5) == 0 ? day + "~" + day.plusDays(1 + random.nextInt(9)) + ".md" : "";
                journal.bring(day, anyFile(day, random), name);
            }
        }
        attachAnything(random);
        List<String> before = everything();
        byte[] archive = perform(get("/api/v1/export?layout=" + layout))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        startEmpty();
        assertThat(everything()).isEmpty();

        take("?dryRun=false", new MockMultipartFile("files", "tilab-journal.zip", "application/zip", archive))
                .andExpect(jsonPath("$.files[?(@.action != 'create')]", hasSize(0)));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatTheAddressDoesNotKnowIsSaid() throws Exception {
        perform(form("?dryrun=no&existing=eat").file(file("2025-03-06.md", FILE)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.errors[*].field", contains("dryrun", "existing")));
        perform(form("").file(new MockMultipartFile("file", "2025-03-06.md", null, utf8(FILE))))
                .andExpect(jsonPath("$.errors[*].code", contains("unknown-parameter", "required")));
        perform(markdown(post("/api/v1/imports"), FILE))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(header().string("Accept", "multipart/form-data"));
        assertThat(journal.days()).isEmpty();
    }

    @Test
    void tooMuchIsRefusedWithFileValueAndWhatIsAllowed() throws Exception {
        MockMultipartHttpServletRequestBuilder form = form("?dryRun=false");
        for (int i = 0; i <= 5_000; i++) {
            form.file(file(i + ".png", ""));
        }
        perform(form)
                .andExpect(status().isContentTooLarge())
                .andExpect(content().contentType(PROBLEM))
                .andExpect(jsonPath("$.code").value("too-many"))
                .andExpect(jsonPath("$.file").value("5000.png"))
                .andExpect(jsonPath("$.value").value(5001))
                .andExpect(jsonPath("$.allowed").value(5000))
                .andExpect(jsonPath("$.errors[0].field").value("files"))
                .andExpect(jsonPath("$.errors[0].value").value("5000.png"))
                .andExpect(jsonPath("$.errors[0].allowed.max").value(5000))
                .andExpect(jsonPath("$.detail").value(containsString("5,000")));
    }

    private static byte[] anyFile(LocalDate day, Random random) {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "## 날짜: " + day + end : "");
        if (random.nextInt(4) == 0) {
            text.append("## 날짜: ").append(day.plusDays(1)).append(end);
        }
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(List.of("### 스크럼", "### 오늘의 회고", "- 느린 하루 ", "", "```", "[a](2025-03-0" + i + ".md)")
                            .get(random.nextInt(6)))
                    .append(random.nextInt(9) == 0 ? "\n" : end);
        }
        text.append(random.nextBoolean() ? "끝" : "끝" + end);
        return switch (random.nextInt(4)) {
            case 0 -> text.toString().getBytes(Charset.forName("x-windows-949"));
            case 1 -> utf8("\uFEFF" + text);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            default -> utf8(text.toString());
        };
    }

    /** Called by the text or not, under paths that two days share, that lead out of the folder, that no disk could have. */
    private void attachAnything(Random random) {
        List<String> paths = List.of(
                "img/a.csv",
                "IMG/A.csv",
                "img",
                "../그림/도표.txt",
                "../../../밖.txt",
                "2025-03-06.md",
                "메모.md",
                "attachment:12ab-34cd:표.csv",
                "a b/100% #1.csv",
                "1.txt",
                "06/07.txt");
        List<String> contents = List.of("a,b\n1,2\n", "# 2025-03-06\n\n글\n", "다른 표\n");
        List<LocalDate> days = journal.days();
        int count = 0;
        for (LocalDate day : days) {
            for (int i = random.nextInt(5); i > 0; i--) {
                AttachmentPath path = AttachmentPath.of(paths.get(random.nextInt(paths.size())))
                        .orElseThrow();
                attachments.attach(day, path, utf8(contents.get(random.nextInt(contents.size()))));
                count++;
            }
            AttachmentPath own = AttachmentPath.added(day, "표.csv", 1);
            attachments.attach(day, own, utf8("x,y\n" + day + "\n"));
        }
        assertThat(count).isGreaterThan(10);
    }

    /** Notion's archive: pictures lie beside the text, which calls them with percent signs. */
    @Test
    void picturesAndFilesThatATextCallsComeWithItsDay() throws Exception {
        byte[] archive = zip(
                "Mar/2025-03-06 0123456789abcdef0123456789abcdef.md",
                "# TIL\n\n![구조](%EA%B7%B8%EB%A6%BC%201/a.csv)\n[표](../표.csv) `![](code.csv)`\n![](away.png) ![](bomb.png)\n",
                "Mar/그림 1/a.csv",
                "a,b\n",
                "표.csv",
                "c,d\n",
                "Mar/code.csv",
                "e,f\n",
                "Mar/bomb.png",
                "<html><script>1</script></html>");
        for (String dry : List.of("true", "false")) {
            perform(form("?dryRun=" + dry).file(new MockMultipartFile("files", "n.zip", "application/zip", archive)))
                    .andExpect(jsonPath("$.files", hasSize(2)))
                    .andExpect(jsonPath(
                            "$.files[?(@.action == 'create')].files", contains(contains("그림 1/a.csv", "../표.csv"))))
                    .andExpect(
                            jsonPath("$.files[?(@.action == 'create')].doubts[*].code", contains("type", "files-away")))
                    .andExpect(jsonPath("$.files[?(@.action == 'create')].doubts[1].text", contains("away.png")))
                    .andExpect(jsonPath(at("n.zip/Mar/code.csv", "code"), contains("type")));
        }
        assertThat(attachments.of(SIXTH))
                .extracting(one -> one.path().value())
                .containsExactly("../표.csv", "그림 1/a.csv");
        assertThat(attachments.bytes(attachments.of(SIXTH).get(1))).contains(utf8("a,b\n"));

        // A picture that is missing is offered; one that the day has otherwise stays, unless the day is replaced.
        attachments.remove(SIXTH, AttachmentPath.of("../표.csv").orElseThrow());
        attachments.attach(SIXTH, AttachmentPath.of("그림 1/a.csv").orElseThrow(), utf8("mine\n"));
        perform(form("").file(new MockMultipartFile("files", "n.zip", "application/zip", archive)))
                .andExpect(jsonPath("$.files[?(@.date == '2025-03-06')].code", contains("files-missing")));
        perform(form("?dryRun=false&existing=add")
                        .file(new MockMultipartFile("files", "n.zip", "application/zip", archive)))
                .andExpect(jsonPath("$.files[?(@.date == '2025-03-06')].action", contains("add")))
                .andExpect(
                        jsonPath("$.files[?(@.date == '2025-03-06')].doubts[?(@.code == 'other-there')]", hasSize(1)));
        assertThat(attachments.of(SIXTH)).hasSize(2);
        assertThat(attachments.bytes(attachments.of(SIXTH).get(1))).contains(utf8("mine\n"));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(utf8(namesAndTexts[i + 1]));
            }
        }
        return bytes.toByteArray();
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (LocalDate day : journal.days()) {
            KeptFile file = journal.file(day).orElseThrow();
            all.add(day + "~" + file.endDate() + " " + HexFormat.of().formatHex(file.bytes()));
            attachments.of(day).forEach(one -> all.add(day + " " + one.path().value() + " " + one.sha256()));
        }
        return all;
    }

    private String stored() {
        return journal.find(SIXTH).orElseThrow().text();
    }

    private static String at(String name, String property) {
        return "$.files[?(@.name == '" + name + "')]." + property;
    }

    private ResultActions take(String query, MockMultipartFile... files) throws Exception {
        MockMultipartHttpServletRequestBuilder form = form(query);
        for (MockMultipartFile file : files) {
            form.file(file);
        }
        return perform(form);
    }

    private ResultActions perform(MockMultipartHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form.header("Accept-Language", "en"));
    }

    private static MockMultipartHttpServletRequestBuilder form(String query) {
        return multipart("/api/v1/imports" + query);
    }

    private static MockMultipartFile file(String path, String text) {
        return new MockMultipartFile("files", path, "text/markdown", utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
