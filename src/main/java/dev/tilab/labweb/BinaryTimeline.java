package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a timeline as the player reads it: {@code "TILT"}, a version byte, the length of the header as four bytes
 * (little-endian), the header as JSON, then the numbers of all columns one after another.
 *
 * <p>The header names for each column its encoding and its length in bytes; {@link PackedColumn} tells how numbers are written.
 */
final class BinaryTimeline {

    static final String MEDIA_TYPE = "application/vnd.tilab.timeline";

    /**
     * The same behind lines of JSON that say how the run comes on; the last of them, {@code {"state":"done","encoding":…}}, says
     * whether the bytes behind it are {@code "gzip"} or {@code "identity"}.
     */
    static final String AWAITED_MEDIA_TYPE = "application/vnd.tilab.awaited-timeline";

    private static final byte[] MAGIC = {'T', 'I', 'L', 'T'};
    private static final byte VERSION = 1;

    private BinaryTimeline() {}

    /** Writes a lab's timeline; {@code scenario} is its canonical spelling. */
    static void write(String lab, Map<String, String> scenario, Timeline timeline, OutputStream out)
            throws IOException {
        List<PackedTable> shared = pack(timeline.shared());
        List<PackedTable> lanes = pack(timeline.lanes());
        byte[] header = LabJson.write(new Header(
                        lab,
                        timeline.durationMicros(),
                        scenario,
                        timeline.facts(),
                        timeline.dictionaries(),
                        shared.stream().map(PackedTable::header).toList(),
                        lanes.stream().map(PackedTable::header).toList()))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream beginning = new ByteArrayOutputStream(header.length + 9);
        beginning.write(MAGIC);
        beginning.write(VERSION);
        beginning.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(header.length)
                .array());
        beginning.write(header);
        out.write(beginning.toByteArray());
        for (List<PackedTable> tables : List.of(shared, lanes)) {
            for (PackedTable table : tables) {
                for (PackedColumn column : table.columns()) {
                    out.write(column.bytes(), 0, column.length());
                }
            }
        }
    }

    private static List<PackedTable> pack(List<Table> tables) {
        List<PackedTable> packed = new ArrayList<>();
        for (Table table : tables) {
            packed.add(new PackedTable(
                    table, table.columns().stream().map(PackedColumn::of).toList()));
        }
        return packed;
    }

    private record PackedTable(Table table, List<PackedColumn> columns) {

        TableHeader header() {
            List<ColumnHeader> headers = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Column column = table.columns().get(i);
                PackedColumn packed = columns.get(i);
                headers.add(new ColumnHeader(column.name(), packed.delta() ? "delta" : "plain", packed.length()));
            }
            return new TableHeader(table.name(), table.rows(), headers);
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
