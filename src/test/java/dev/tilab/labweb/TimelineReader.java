package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads both forms of a timeline, written from the description of the format and sharing no code with the writers. */
final class TimelineReader {

    private TimelineReader() {}

    record Received(String lab, Map<String, String> scenario, Timeline timeline, long columnBytes) {}

    static Received binary(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[4];
        in.get(magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals("TILT") || in.get() != 1) {
            throw new IllegalArgumentException("not a timeline of version 1");
        }
        byte[] header = new byte[in.getInt()];
        in.get(header);
        int start = in.position();
        Received received = read(new JsonMapper().readTree(header), column -> {
            int end = in.position() + column.get("bytes").asInt();
            boolean delta = column.get("encoding").asString().equals("delta");
            List<Long> values = new ArrayList<>();
            long previous = 0;
            while (in.position() < end) {
                long zigzag = 0;
                int shift = 0;
                byte next;
                do {
                    next = in.get();
                    zigzag |= (long) (next & 0x7f) << shift;
                    shift += 7;
                } while (next < 0);
                long value = (zigzag & 1) == 0 ? zigzag >>> 1 : ~(zigzag >>> 1);
                previous = delta ? previous + value : value;
                values.add(previous);
            }
            if (in.position() != end) {
                throw new IllegalArgumentException("a number crosses the end of its column");
            }
            return values.stream().mapToLong(Long::longValue).toArray();
        });
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes follow the last column");
        }
        return new Received(received.lab(), received.scenario(), received.timeline(), bytes.length - start);
    }

    static Received json(byte[] bytes) {
        return read(
                new JsonMapper().readTree(bytes),
                column -> column.get("values")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .toArray());
    }

    private interface Values {
        long[] of(JsonNode column);
    }

    private static Received read(JsonNode header, Values values) {
        return new Received(
                header.get("lab").asString(),
                words(header.get("scenario")),
                new Timeline(
                        header.get("durationMicros").asLong(),
                        lists(header.get("facts")),
                        lists(header.get("dictionaries")),
                        tables(header.get("shared"), values),
                        tables(header.get("lanes"), values)),
                0);
    }

    private static List<Table> tables(JsonNode tables, Values values) {
        List<Table> read = new ArrayList<>();
        for (JsonNode table : tables) {
            List<Column> columns = new ArrayList<>();
            for (JsonNode column : table.get("columns")) {
                columns.add(new Column(column.get("name").asString(), values.of(column), false));
            }
            read.add(new Table(table.get("name").asString(), table.get("rows").asInt(), columns));
        }
        return read;
    }

    private static Map<String, String> words(JsonNode object) {
        Map<String, String> words = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> words.put(name, value.asString()));
        return words;
    }

    private static Map<String, List<String>> lists(JsonNode object) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        object.forEachEntry((name, list) ->
                lists.put(name, list.valueStream().map(JsonNode::asString).toList()));
        return lists;
    }
}
