package dev.tilab.journal.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tilab.journal.attachment.RefusedFileException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, its bytes say; whoever believed its name would serve a page as a picture. */
class ContentTest {

    @Test
    void picturesAreKnownByTheirBytesWhateverTheyAreCalled() {
        assertThat(Content.of(Pictures.png(30, 20), "a.png")).isEqualTo(new Content("image/png", 30, 20));
        assertThat(Content.of(Pictures.png(30, 20), "사진.jpg").mediaType()).isEqualTo("image/png");
        assertThat(Content.of(Pictures.of("jpeg", 30, 20), "a").mediaType()).isEqualTo("image/jpeg");
        assertThat(Content.of(Pictures.of("gif", 3, 2), "a.txt")).isEqualTo(new Content("image/gif", 3, 2));
        assertThat(Content.of(Pictures.WEBP, "a.webp")).isEqualTo(new Content("image/webp", 1, 1));
    }

    /** Laid out by what the sensor saw, a page would jump when the picture comes. */
    @Test
    void aPictureThatIsTurnedIsAsWideAsItStands() {
        assertThat(Content.of(Pictures.jpegOfATelephone(40, 30, 6), "a.jpg"))
                .isEqualTo(new Content("image/jpeg", 30, 40));
        assertThat(Content.of(Pictures.jpegOfATelephone(40, 30, 3), "a.jpg"))
                .isEqualTo(new Content("image/jpeg", 40, 30));
        byte[] nonsense = Pictures.jpegOfATelephone(40, 30, 99);
        assertThat(Content.of(nonsense, "a.jpg")).isEqualTo(new Content("image/jpeg", 40, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.png   | <!doctype html><script>alert(1)</script>
            a.html  | just words
            a.txt   | <html><body onload=alert(1)></body></html>
            a.xhtml | <?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>
            a.png   | version https://git-lfs.github.com/spec/v1
            a.svg   | <svg xmlns="http://www.w3.org/2000/svg"><g></svg>
            a.svg   | hello
            """)
    void whatABrowserWouldRunIsRefusedWhateverItsName(String name, String text) {
        RefusedFileException refused = refused(text.getBytes(StandardCharsets.UTF_8), name);
        assertThat(refused.reason().status()).isEqualTo(415);
        assertThat(refused.name()).isEqualTo(name);
    }

    @Test
    void aProgramIsRefused() throws Exception {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        }
        assertThat(Content.of(jar.toByteArray(), "a.zip").mediaType()).isEqualTo("application/zip");
        assertThat(refused(jar.toByteArray(), "a.jar").reason()).isEqualTo(Reason.TYPE);
        byte[] elf = Pictures.concat(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[200]);
        assertThat(refused(elf, "a.txt").reason()).isEqualTo(Reason.TYPE);
    }

    /** The bytes are a picture, and stay one: it is served as a picture and nothing guesses. */
    @Test
    void whatIsAlsoAPictureIsAPicture() {
        assertThat(Content.of(Pictures.GIF_AND_SCRIPT, "a.html")).isEqualTo(new Content("image/gif", 1, 1));
    }

    /** 33 bytes that take 14 gigabytes when they are drawn. */
    @Test
    void aPictureOfTooManyPointsIsRefusedBeforeItIsDrawn() {
        RefusedFileException refused = refused(Pictures.pngThatPromises(60_000, 60_000), "bomb.png");
        assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(refused.arguments()).containsExactly("bomb.png", 60_000, 60_000, 40L);
    }

    @Test
    void aDrawingWhoseEntitiesGrowIsRefused() {
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>""";
        assertThat(refused(laughs.getBytes(StandardCharsets.UTF_8), "a.svg").reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20.5px'/>",
                "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://x.invalid/svg11.dtd'>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' width='100%' viewBox='0 0 40 20'/>"
            })
    void aDrawingSaysHowLargeItIs(String svg) {
        assertThat(Content.of(svg.getBytes(StandardCharsets.UTF_8), "a.svg"))
                .isEqualTo(new Content("image/svg+xml", 40, 20));
    }

    @Test
    void textsAndDocumentsAreKeptForDownload() {
        assertThat(Content.of("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "표.csv")
                        .isPicture())
                .isFalse();
        assertThat(Content.of("%PDF-1.7\n%…".getBytes(StandardCharsets.UTF_8), "a.pdf")
                        .mediaType())
                .isEqualTo("application/pdf");
        assertThat(Content.of("resource \"aws_lb\" \"x\" {}\n".getBytes(StandardCharsets.UTF_8), "main.tf")
                        .mediaType())
                .startsWith("text/");
        assertThat(Content.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8), "a.json")
                        .mediaType())
                .isEqualTo("application/json");
    }

    @Test
    void whatIsEmptyTooLargeOrBrokenSaysSo() {
        assertThat(refused(new byte[0], "a.png").reason()).isEqualTo(Reason.EMPTY);
        assertThat(refused(new byte[Content.FILE_BYTES + 1], "a.txt").reason()).isEqualTo(Reason.TOO_LARGE);
        byte[] cut = java.util.Arrays.copyOf(Pictures.png(30, 20), 14);
        assertThat(refused(cut, "a.png").reason()).isEqualTo(Reason.DAMAGED);
    }

    private static RefusedFileException refused(byte[] bytes, String name) {
        RefusedFileException refused = catchThrowableOfType(RefusedFileException.class, () -> Content.of(bytes, name));
        assertThat(refused).as(name + " is refused").isNotNull();
        return refused;
    }
}
