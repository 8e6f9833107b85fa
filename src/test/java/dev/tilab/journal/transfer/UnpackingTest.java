package dev.tilab.journal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.journal.template.FileDate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as people have them, and as attackers make them. */
class UnpackingTest {

    private static final byte[] DAY = "# TIL\n\n### 오늘의 회고\n- 좋았다\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void notionsArchiveInAnArchiveIsOpenedAndItsNamesAreRead() {
        byte[] inner =
                zip("개인 페이지 & 공유/TIL 0123456789abcdef0123456789abcdef/2025-03-06 fedcba9876543210fedcba9876543210.md");
        byte[] outer = zip(Map.of("ExportBlock-3f2a7c1e-5b6d-4e8f-9a01-23456789abcd-Part-1.zip", inner));

        List<FoundFile> found = unpacked("Export-3f2a7c1e.zip", outer);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).bytes()).isEqualTo(DAY);
        assertThat(FileDate.of(found.get(0).datePath())).map(Object::toString).hasValue("2025-03-06");
    }

    /** Guards against a day that is read out of an id: Part-1 is no January. */
    @ParameterizedTest
    @CsvSource({
        "2025-TIL/Mar/06.md, TIL.zip, 2025-03-06",
        "Mar/06.md, 2025.zip, 2025-03-06",
        "06.md, 2025-03.zip, 2025-03-06",
        "2025/3월/06.md, 내 일지.zip, 2025-03-06",
        "2025/06.md, ExportBlock-Part-1.zip, ''",
        "06.md, Export-2024-1.zip, ''"
    })
    void foldersAndPlainNamesOfArchivesTellTheDay(String path, String archive, String day) {
        FoundFile file = unpacked(archive, zip(path)).get(0);
        assertThat(FileDate.of(file.datePath()).map(Object::toString).orElse(""))
                .isEqualTo(day);
    }

    @Test
    void namesAreReadHoweverTheyAreWritten() throws IOException {
        String name = "3월 일지/2025-03-06 느린 하루.md";
        for (String encoding : List.of("x-windows-949", "UTF-8")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                zip.setEncoding(encoding);
                zip.setUseLanguageEncodingFlag(false);
                zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(DAY);
                zip.closeArchiveEntry();
            }
            assertThat(unpacked("a.zip", bytes.toByteArray()).get(0).path()).isEqualTo("a.zip/" + name);
        }
        String escaped = "3%EC%9B%94%20%EC%9D%BC%EC%A7%80/2025-03-06%20%EB%8A%90%EB%A6%B0%20%ED%95%98%EB%A3%A8.md";
        assertThat(unpacked("a.zip", zip(escaped)).get(0).path()).isEqualTo("a.zip/" + name);
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        assertThat(unpacked("a.zip", zip(apart)).get(0).path()).isEqualTo("a.zip/" + name);
        assertThat(unpacked("a.zip", zip("3월 일지\\2025-03-06 느린 하루.md")).get(0).path())
                .isEqualTo("a.zip/" + name);
        assertThat(unpacked("100%.md", DAY).get(0).path()).isEqualTo("100%.md");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/2025-03-06.md, leads",
        "a/../../2025-03-06.md, leads",
        "/etc/2025-03-06.md, leads",
        "C:\\Windows\\2025-03-06.md, leads",
        "..\\2025-03-06.zip, leads",
        "__MACOSX/._2025-03-06.md, system",
        "repo/.git/HEAD, system",
        "TIL/.DS_Store, system",
        "TIL/Thumbs.db, system",
        "TIL/사진.png, type",
        "TIL/표.csv, type"
    })
    void whatIsNoDiaryIsLeftWithTheReason(String path, String code) {
        List<FoundFile> found = unpacked("a.zip", zip(path));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).bytes()).isNull();
        assertThat(found.get(0).skipped().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-03", "2025.02.03", "2025-02-03.txt", "2025-02-03.MD", "./2025-02-03.markdown"})
    void textsAreTextsWithWhateverName(String path) {
        assertThat(unpacked("a.zip", zip(path)).get(0).bytes()).isEqualTo(DAY);
    }

    /** A megabyte of blanks is a kilobyte in an archive; nobody writes a day of 100 MB. */
    @Test
    void aBombIsRefusedWithWhatItCameToAndWhatIsAllowed() {
        byte[] blanks = new byte[12 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        byte[] inner = zip(Map.of("x.zip", blanks));
        assertThat(refusal("bomb.zip", inner).code()).isEqualTo("too-dense");
        assertThat(refusal("bomb.zip", inner).file()).isEqualTo("bomb.zip");
        assertThat(refusal("bomb.zip", inner).value()).isGreaterThan(ImportLimits.RATIO);
        assertThat(refusal("bomb.zip", inner).allowed()).isEqualTo(ImportLimits.RATIO);

        // A day that is too large is inflated no further than that, and is no reason to refuse the others.
        List<FoundFile> one = unpacked("a.zip", zip(Map.of("2025-03-06.md", new byte[7 << 20])));
        assertThat(one.get(0).skipped().code()).isEqualTo("too-large");
    }

    /** Noise does not pack, so no ratio shows it. */
    @Test
    void allThatIsUnpackedIsCountedTogether() {
        byte[] noise = new byte[1 << 20];
        new Random(5).nextBytes(noise);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 33; i++) {
            files.put(i + ".md", noise);
        }
        byte[] half = stored(files);
        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class,
                () -> Unpacking.of(List.of(new SentFile("a.zip", half), new SentFile("b.zip", half))));
        assertThat(refused.code()).isEqualTo("too-much");
        assertThat(refused.file()).startsWith("b.zip/");
        assertThat(refused.allowed()).isEqualTo(ImportLimits.TEXT_BYTES);
    }

    @Test
    void tooManyAndTooDeepAreRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= ImportLimits.FILES; i++) {
            files.put(i + ".png", new byte[0]);
        }
        ImportRefusedException many = refusal("a.zip", zip(files));
        assertThat(many.code()).isEqualTo("too-many");
        assertThat(many.value()).isEqualTo(ImportLimits.FILES + 1);

        byte[] archive = zip("2025-03-06.md");
        for (int i = 1; i < ImportLimits.DEPTH; i++) {
            archive = zip(Map.of("b.zip", archive));
        }
        assertThat(unpacked("a.zip", archive).get(0).bytes()).isEqualTo(DAY);
        ImportRefusedException deep = refusal("a.zip", zip(Map.of("b.zip", archive)));
        assertThat(deep.code()).isEqualTo("too-deep");
        assertThat(deep.value()).isEqualTo(ImportLimits.DEPTH + 1);
    }

    /** Whatever is done to an archive on its way: its files are whole or left with a reason, and nothing fails. */
    @Test
    void aDamagedArchiveIsLeftAndNeverHalfRead() {
        Random random = new Random(31);
        byte[] whole = zip(Map.of("2025-03-06.md", DAY, "2025-03-07.md", DAY));
        int left = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            }
            byte[] cut =
                    random.nextBoolean() ? damaged : java.util.Arrays.copyOf(damaged, 5 + random.nextInt(whole.length));
            for (FoundFile file : unpacked("a.zip", cut)) {
                left += file.bytes() == null ? 1 : 0;
                assertThat(file.bytes())
                        .satisfiesAnyOf(
                                bytes -> assertThat(bytes).isNull(),
                                bytes -> assertThat(bytes).isEqualTo(DAY));
            }
        }
        assertThat(left).isGreaterThan(100);
    }

    private static List<FoundFile> unpacked(String name, byte[] bytes) {
        return Unpacking.of(List.of(new SentFile(name, bytes)));
    }

    private static ImportRefusedException refusal(String name, byte[] bytes) {
        return catchThrowableOfType(ImportRefusedException.class, () -> unpacked(name, bytes));
    }

    private static byte[] zip(String path) {
        return zip(Map.of(path, DAY));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return zip(files, false);
    }

    private static byte[] stored(Map<String, byte[]> files) {
        return zip(files, true);
    }

    private static byte[] zip(Map<String, byte[]> files, boolean stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                if (stored) {
                    CRC32 sum = new CRC32();
                    sum.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
