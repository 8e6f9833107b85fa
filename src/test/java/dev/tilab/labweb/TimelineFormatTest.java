package dev.tilab.labweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent is what was recorded, in every form, whatever the columns look like. */
class TimelineFormatTest {

    private static final long LARGEST_IN_JAVASCRIPT = (1L << 53) - 1;

    /** Guards against an encoder and a decoder that agree with each other on the wrong bytes. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-1, 01",
        "1, 02",
        "63, 7e",
        "64, 8001",
        "-64, 7f",
        "-65, 8101",
        "8191, fe7f",
        "8192, 808001",
        "1000000, 80897a",
        "9007199254740991, feffffffffffff1f",
        "9223372036854775807, feffffffffffffffff01",
        "-9223372036854775808, ffffffffffffffffff01"
    })
    void numbersAreZigzagVarints(long value, String hex) throws IOException {
        byte[] bytes = binary(timeline(new Column("n", new long[] {value}, false)), false);

        byte[] expected = HexFormat.of().parseHex(hex);
        assertThat(Arrays.copyOfRange(bytes, bytes.length - expected.length, bytes.length))
                .isEqualTo(expected);
        assertThat(header(bytes)).contains("{\"name\":\"n\",\"encoding\":\"plain\",\"bytes\":" + expected.length + "}");
    }

    /** The first row is a difference too: to zero. */
    @Test
    void ascendingColumnsAreSentAsDifferences() throws IOException {
        byte[] bytes = binary(
                timeline(new Column("arrivalMicros", new long[] {1_000_000, 1_000_001, 1_000_001}, true)), false);

        assertThat(HexFormat.of().formatHex(bytes, bytes.length - 5, bytes.length))
                .isEqualTo("80897a" + "02" + "00");
        assertThat(header(bytes)).contains("{\"name\":\"arrivalMicros\",\"encoding\":\"delta\",\"bytes\":5}");
    }

    @Test
    void theFileBeginsWithItsNameVersionAndHeaderLength() throws IOException {
        byte[] bytes = binary(timeline(new Column("n", new long[0], false)), false);

        assertThat(HexFormat.of().formatHex(bytes, 0, 5)).isEqualTo("54494c5401");
        assertThat(header(bytes))
                .startsWith("{\"lab\":\"some-lab\",\"durationMicros\":60000000,\"scenario\":{\"at\":\"한\"},")
                .endsWith("}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyFormKeepsEveryNumber(long seed) throws IOException {
        Timeline timeline = anyTimeline(new Random(seed));

        byte[] plain = binary(timeline, false);
        byte[] zipped = binary(timeline, true);
        TimelineAssert.assertSame(TimelineReader.binary(plain).timeline(), timeline);
        assertThat(unzipped(zipped)).isEqualTo(plain);
        byte[] json = json(timeline, false);
        TimelineAssert.assertSame(TimelineReader.json(json).timeline(), timeline);
        assertThat(unzipped(json(timeline, true))).isEqualTo(json);
        assertThat(binary(timeline, true)).as("equal runs give equal bytes").isEqualTo(zipped);
    }

    private static Timeline anyTimeline(Random random) {
        List<Table> shared = tables(random, random.nextInt(3));
        List<Table> lanes = tables(random, random.nextInt(5));
        return new Timeline(
                random.nextLong(1, 1L << 40),
                Map.of("lanes", List.of("round-robin", "\"quoted\"")),
                Map.of("outcome", List.of("in-flight", "completed")),
                shared,
                lanes);
    }

    private static List<Table> tables(Random random, int count) {
        List<Table> tables = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            // Around the size of a buffer, where the last number may not fit, and none at all.
            int rows = random.nextInt(4) == 0 ? 0 : random.nextInt(30_000);
            List<Column> columns = new ArrayList<>();
            for (int c = random.nextInt(6); c > 0; c--) {
                columns.add(column(random, "column" + c, rows));
            }
            tables.add(new Table("table" + t, rows, columns));
        }
        return tables;
    }

    private static Column column(Random random, String name, int rows) {
        long[] values = new long[rows];
        int shape = random.nextInt(6);
        long last = 0;
        for (int i = 0; i < rows; i++) {
            values[i] = switch (shape) {
                case 0 -> last += random.nextLong(20_000);
                case 1 -> random.nextLong(-LARGEST_IN_JAVASCRIPT, LARGEST_IN_JAVASCRIPT + 1);
                case 2 -> random.nextInt(20) == 0 ? -1 : random.nextLong(1L << random.nextInt(1, 53));
                case 3 -> i / 100 % 5;
                case 4 -> random.nextInt(12);
                default -> -1;
            };
        }
        return new Column(name, values, shape == 0);
    }

    private static Timeline timeline(Column column) {
        return new Timeline(
                60_000_000,
                Map.of(),
                Map.of(),
                List.of(new Table("requests", column.values().length, List.of(column))),
                List.of());
    }

    private static byte[] binary(Timeline timeline, boolean gzip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream body = gzip ? GzipBody.of(timeline, out) : out) {
            BinaryTimeline.write("some-lab", Map.of("at", "한"), timeline, body);
        }
        return out.toByteArray();
    }

    private static byte[] json(Timeline timeline, boolean gzip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream body = gzip ? GzipBody.of(timeline, out) : out) {
            JsonTimeline.write("some-lab", Map.of("at", "한"), timeline, body);
        }
        return out.toByteArray();
    }

    private static String header(byte[] bytes) {
        int length = (bytes[5] & 0xff) | (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff) << 16 | (bytes[8] & 0xff) << 24;
        return new String(bytes, 9, length, StandardCharsets.UTF_8);
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
