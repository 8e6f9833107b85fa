package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Column;
import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes a timeline for programs and curious people: the same header as the binary form, with the numbers in the columns. */
final class JsonTimeline {

    private JsonTimeline() {}

    /** Writes a lab's timeline; {@code scenario} is its canonical spelling. */
    static void write(String lab, Map<String, String> scenario, Timeline timeline, OutputStream out) {
        try (JsonGenerator json = LabJson.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("lab", lab);
            json.writeNumberProperty("durationMicros", timeline.durationMicros());
            json.writePOJOProperty("scenario", scenario);
            json.writePOJOProperty("facts", timeline.facts());
            json.writePOJOProperty("dictionaries", timeline.dictionaries());
            writeTables(json, "shared", timeline.shared());
            writeTables(json, "lanes", timeline.lanes());
            json.writeEndObject();
        }
    }

    private static void writeTables(JsonGenerator json, String name, List<Table> tables) {
        json.writeArrayPropertyStart(name);
        for (Table table : tables) {
            json.writeStartObject();
            json.writeStringProperty("name", table.name());
            json.writeNumberProperty("rows", table.rows());
            json.writeArrayPropertyStart("columns");
            for (Column column : table.columns()) {
                json.writeStartObject();
                json.writeStringProperty("name", column.name());
                json.writeName("values");
                json.writeArray(column.values(), 0, column.values().length);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
