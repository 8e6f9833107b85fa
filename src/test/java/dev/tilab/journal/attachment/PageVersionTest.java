package dev.tilab.journal.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A page shows no more of a picture than a page needs. */
class PageVersionTest {

    @Test
    void aWidePictureBecomesAsWideAsAPage() throws Exception {
        PageVersion shown = version(Pictures.png(4001, 101));
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        assertThat(shown.mediaType()).isEqualTo("image/png");
        assertThat(drawn.getWidth()).isEqualTo(PageVersion.WIDTH);
        assertThat(drawn.getHeight()).isBetween(38, 39);
    }

    /** The place where it was taken must not be on a page that is sent to somebody; and the picture must stand. */
    @Test
    void aPictureOfATelephoneStandsUprightAndDoesNotSayWhereItWasTaken() throws Exception {
        byte[] taken = Pictures.jpegOfATelephone(40, 30, 6);
        assertThat(text(taken)).contains("37.5665N");
        PageVersion shown = version(taken);
        assertThat(text(shown.bytes())).doesNotContain("37.5665N").doesNotContain("Exif");
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        assertThat(drawn.getWidth()).isEqualTo(30);
        assertThat(drawn.getHeight()).isEqualTo(40);
        // What was left is above: it was turned by a quarter to the right.
        assertThat(drawn.getRGB(15, 5) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(drawn.getRGB(15, 35) & 0xFF).isGreaterThan(200);
    }

    @Test
    void whatIsSmallAndSaysNothingMoreIsShownAsItIs() {
        assertThat(PageVersion.of(Pictures.png(30, 20), Content.of(Pictures.png(30, 20), "a.png")))
                .isEmpty();
        assertThat(PageVersion.of(Pictures.GIF_AND_SCRIPT, new Content("image/gif", 4000, 1)))
                .isEmpty();
    }

    /** Its head is whole, its points are not: the page must not fail for it. */
    @Test
    void aPictureThatCannotBeDrawnIsLeftAsItIs() {
        byte[] promise = Pictures.pngThatPromises(4000, 4000);
        assertThat(PageVersion.of(promise, Content.of(promise, "a.png"))).isEmpty();
    }

    private static PageVersion version(byte[] bytes) {
        return PageVersion.of(bytes, Content.of(bytes, "picture")).orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(Arrays.copyOf(bytes, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
