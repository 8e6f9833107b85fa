package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every inflater gets back what was written; the JDK's (zlib's) stands for all, and refuses codes that are not complete. */
class GzipBodyTest {

    @Test
    void nothingIsAFileToo() throws IOException {
        assertThat(throughGzip(new byte[0])).isEmpty();
        assertThat(throughGzip(new byte[0], new byte[0])).isEmpty();
    }

    @Test
    void oneByteNeedsACodeToo() throws IOException {
        for (int value = 0; value < 256; value++) {
            assertThat(throughGzip(new byte[] {(byte) value})).containsExactly(value);
        }
    }

    /** Each length class has its own symbol and extra bits: 3 … 258 in one piece, longer ones in several. */
    @Test
    void runsOfEveryLengthComeBack() throws IOException {
        for (int length = 1; length <= 800; length++) {
            byte[] run = new byte[length + 2];
            Arrays.fill(run, 1, length + 1, (byte) 200);
            assertThat(throughGzip(run)).as("run of %d", length).isEqualTo(run);
        }
    }

    @Test
    void allLengthsOfRunsComeBackFromOneBlock() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = 1; length <= 300; length++) {
            byte[] run = new byte[length];
            Arrays.fill(run, (byte) length);
            all.write(run);
        }
        assertThat(throughGzip(all.toByteArray())).isEqualTo(all.toByteArray());
    }

    /** A run does not reach into the block before, whose bytes a reader has but whose end is not this block's beginning. */
    @Test
    void aColumnThatGoesOnLikeTheOneBeforeComesBack() throws IOException {
        byte[] zeros = new byte[70_000];
        assertThat(throughGzip(zeros, zeros)).isEqualTo(new byte[140_000]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverIsWrittenComesBack(long seed) throws IOException {
        Random random = new Random(seed);
        byte[][] pieces = new byte[random.nextInt(1, 12)][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new byte[random.nextInt(5) == 0 ? random.nextInt(200_000) : random.nextInt(3_000)];
            int values = 1 + random.nextInt(256);
            double repeats = random.nextDouble();
            for (int at = 0; at < pieces[i].length; at++) {
                // Squared, so that some values are much more frequent than others.
                double draw = random.nextDouble();
                pieces[i][at] = at > 0 && random.nextDouble() < repeats ? pieces[i][at - 1] : (byte) (draw * draw * values);
            }
        }
        assertThat(throughGzip(pieces)).isEqualTo(joined(pieces));
    }

    /** Frequencies that grow like Fibonacci's numbers ask for a word per symbol that is longer by one; deflate ends at 15. */
    @Test
    void noCodeWordIsLongerThanDeflateAllows() throws IOException {
        int[] frequencies = new int[24];
        long total = 0;
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = i < 2 ? 1 : frequencies[i - 1] + frequencies[i - 2];
            total += frequencies[i];
        }
        assertThat(total).as("fits into one block").isGreaterThan(65_536);
        int[] lengths = HuffmanCode.of(frequencies, 15).lengths();
        assertThat(Arrays.stream(lengths).max().orElseThrow()).isLessThanOrEqualTo(15);
        assertThat(Arrays.stream(lengths).mapToDouble(length -> Math.pow(2, -length)).sum()).as("complete").isEqualTo(1);

        byte[] bytes = new byte[65_000];
        int at = 0;
        for (int symbol = 0; at < bytes.length; symbol = (symbol + 1) % 21) {
            int end = Math.min(bytes.length, at + frequencies[symbol]);
            Arrays.fill(bytes, at, end, (byte) symbol);
            at = end;
        }
        shuffle(bytes, new Random(3));
        assertThat(throughGzip(bytes)).isEqualTo(bytes);
    }

    /** The entropy of these four values is 1.75 bits. Guards against codes that are right but long. */
    @Test
    void frequentBytesTakeFewBits() throws IOException {
        byte[] bytes = new byte[64_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 8 < 4 ? 10 : i % 8 < 6 ? 20 : i % 8 < 7 ? 30 : 40);
        }
        shuffle(bytes, new Random(1));
        assertThat(gzip(bytes).length * 8.0 / bytes.length).isLessThan(1.75 * 1.1);
    }

    private static void shuffle(byte[] bytes, Random random) {
        for (int i = bytes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swapped = bytes[i];
            bytes[i] = bytes[other];
            bytes[other] = swapped;
        }
    }

    private static byte[] throughGzip(byte[]... pieces) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip(pieces))).readAllBytes();
    }

    private static byte[] gzip(byte[]... pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipBody body = new GzipBody(out)) {
            for (byte[] piece : pieces) {
                body.write(piece);
            }
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.write(piece);
        }
        return out.toByteArray();
    }
}
