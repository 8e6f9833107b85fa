package dev.tilab.labweb;

import dev.tilab.labweb.Body.Texture;
import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a timeline as the player reads it: {@code "TILT"}, a version byte, the length of the header as four bytes
 * (little-endian), the header as JSON, then the numbers of all columns one after another.
 *
 * <p>Each number is zigzag coded, so that small negative numbers are small too, and written as a LEB128 varint: seven bits a
 * byte, lowest first. An ascending column is written as the differences between neighbours. The header names for each column
 * the encoding and its length in bytes, which is found by measuring before writing: the encoded columns are never in memory.
 */
final class BinaryTimeline {

    static final String MEDIA_TYPE = "application/vnd.tilab.timeline";

    private static final byte[] MAGIC = {'T', 'I', 'L', 'T'};
    private static final byte VERSION = 1;
    private static final int LONGEST_VARINT = 10;

    private BinaryTimeline() {}

    /** Writes a lab's timeline; {@code scenario} is its canonical spelling. */
    static void write(String lab, Map<String, String> scenario, Timeline timeline, Body body) throws IOException {
        List<MeasuredTable> shared = measure(timeline.shared());
        List<MeasuredTable> lanes = measure(timeline.lanes());
        byte[] header = LabJson.write(new Header(
                        lab,
                        timeline.durationMicros(),
                        scenario,
                        timeline.facts(),
                        timeline.dictionaries(),
                        shared.stream().map(MeasuredTable::header).toList(),
                        lanes.stream().map(MeasuredTable::header).toList()))
                .getBytes(StandardCharsets.UTF_8);
        body.expect(Texture.REPETITIVE);
        body.write(MAGIC);
        body.write(new byte[] {
            VERSION, (byte) header.length, (byte) (header.length >>> 8), (byte) (header.length >>> 16), (byte) (header.length >>> 24)
        });
        body.write(header);
        byte[] buffer = new byte[16 * 1024];
        for (List<MeasuredTable> tables : List.of(shared, lanes)) {
            for (MeasuredTable table : tables) {
                for (MeasuredColumn column : table.columns()) {
                    body.expect(column.texture());
                    column.write(body, buffer);
                }
            }
        }
    }

    private static List<MeasuredTable> measure(List<Table> tables) {
        List<MeasuredTable> measured = new ArrayList<>();
        for (Table table : tables) {
            measured.add(new MeasuredTable(
                    table, table.columns().stream().map(MeasuredColumn::of).toList()));
        }
        return measured;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    /** A column with what has to be known before its first byte is written. */
    private record MeasuredColumn(Column column, int bytes, Texture texture) {

        static MeasuredColumn of(Column column) {
            long[] values = column.values();
            int bytes = 0;
            int changes = 0;
            long previous = 0;
            for (long value : values) {
                if (value != previous) {
                    changes++;
                }
                int bits = 64 - Long.numberOfLeadingZeros(zigzag(column.ascending() ? value - previous : value) | 1);
                bytes += (bits + 6) / 7;
                previous = value;
            }
            return new MeasuredColumn(column, bytes, changes * 4 < values.length ? Texture.REPETITIVE : Texture.NOISE);
        }

        void write(Body body, byte[] buffer) throws IOException {
            boolean delta = column.ascending();
            int length = 0;
            long previous = 0;
            for (long value : column.values()) {
                if (length > buffer.length - LONGEST_VARINT) {
                    body.write(buffer, 0, length);
                    length = 0;
                }
                long rest = zigzag(delta ? value - previous : value);
                previous = value;
                while ((rest & ~0x7fL) != 0) {
                    buffer[length++] = (byte) (rest | 0x80);
                    rest >>>= 7;
                }
                buffer[length++] = (byte) rest;
            }
            body.write(buffer, 0, length);
        }

        ColumnHeader header() {
            return new ColumnHeader(column.name(), column.ascending() ? "delta" : "plain", bytes);
        }
    }

    private record MeasuredTable(Table table, List<MeasuredColumn> columns) {

        TableHeader header() {
            return new TableHeader(
                    table.name(),
                    table.rows(),
                    columns.stream().map(MeasuredColumn::header).toList());
        }
    }

    private record ColumnHeader(String name, String encoding, int bytes) {}

    private record TableHeader(String name, int rows, List<ColumnHeader> columns) {}

    private record Header(
            String lab,
            long durationMicros,
            Map<String, String> scenario,
            Map<String, List<String>> facts,
            Map<String, List<String>> dictionaries,
            List<TableHeader> shared,
            List<TableHeader> lanes) {}
}
