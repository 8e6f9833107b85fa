package dev.tilab.journal.web.api;

import dev.tilab.journal.Entry;
import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.Query;
import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a day out of JSON. Walks the tree instead of binding it, because binding stops at the first thing that is wrong and
 * a caller wants to hear of all.
 */
final class EntryBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> TAKEN = Stream.concat(
                    Stream.of("date"), Stream.of(DaySection.values()).map(DaySection::path))
            .toList();
    /** Told by the API and so sent back by callers who read, change and save: where they are not changed, that is right. */
    private static final List<String> TOLD =
            List.of("endDate", "dayNote", "title", "leftOver", "version", "updatedAt", "notices");

    private final byte[] json;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param json in UTF-8 */
    EntryBody(byte[] json) {
        this.json = json;
    }

    /**
     * The day; what is missing is empty, but a section of one's own then stays as it is. Every item is new: see {@link dev.tilab.journal.Origins}.
     *
     * @param before the entry that is changed, or null for a new one; its date is taken where none is sent
     * @throws InvalidEntryException naming everything that is wrong with the shape
     */
    DayFields fields(Entry before) {
        return fields(before, before == null ? null : before.date());
    }

    /** A new day at an address that says which one. */
    DayFields fieldsOn(LocalDate day) {
        DayFields fields = fields(null, day);
        if (!day.equals(fields.date())) {
            String said = fields.date().toString();
            throw new InvalidEntryException(
                    List.of(new FieldProblem("date", said, "other-day", Map.of("day", day.toString()))));
        }
        return fields;
    }

    private DayFields fields(Entry before, LocalDate otherwise) {
        JsonNode day = tree();
        known("", day, TAKEN, TOLD);
        LocalDate date = date(day, otherwise);
        told(
                day,
                "endDate",
                before == null
                        ? null
                        : before.endDate().map(LocalDate::toString).orElse(null));
        told(day, "dayNote", before == null ? "" : before.dayNote());
        told(day, "title", before == null ? "" : before.document().title());
        Map<DaySection, List<DayRow>> sections = new EnumMap<>(DaySection.class);
        for (DaySection section : DaySection.values()) {
            JsonNode node = day.path(section.path());
            sections.put(section, section.isList() ? rows(section, node) : List.of(row(section, section.path(), node)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
        return new DayFields(date, sections);
    }

    private JsonNode tree() {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
            wrongType("", tree, "object");
        } catch (JacksonException malformed) {
            Map<String, Object> where = new LinkedHashMap<>();
            where.put(
                    "line",
                    malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getLineNr());
            where.put(
                    "column",
                    malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getColumnNr());
            problems.add(new FieldProblem("", null, "malformed", where));
        }
        throw new InvalidEntryException(problems);
    }

    private LocalDate date(JsonNode day, LocalDate otherwise) {
        JsonNode node = day.path("date");
        if (node.isMissingNode() || node.isNull()) {
            if (otherwise == null) {
                problems.add(new FieldProblem("date", null, "required", Map.of()));
            }
            return otherwise;
        }
        if (!node.isString()) {
            wrongType("date", node, "day");
            return null;
        }
        LocalDate date = Query.readDay(node.stringValue()).orElse(null);
        if (date == null) {
            problems.add(Query.notADate("date", node.stringValue()));
        }
        return date;
    }

    private void told(JsonNode day, String name, String now) {
        JsonNode node = day.path(name);
        boolean same = node.isMissingNode()
                || node.isNull() && (now == null || now.isEmpty())
                || node.isString() && node.stringValue().equals(now == null ? "" : now);
        if (!same) {
            problems.add(new FieldProblem(name, shown(node), "read-only", Map.of()));
        }
    }

    private List<DayRow> rows(DaySection section, JsonNode list) {
        List<DayRow> rows = new ArrayList<>();
        if (list.isMissingNode() || list.isNull()) {
            return rows;
        }
        if (!list.isArray()) {
            wrongType(section.path(), list, "list");
            return rows;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (item.isNull()) {
                wrongType(section.path() + "[" + i + "]", item, "object");
            }
            rows.add(row(section, section.path() + "[" + i + "]", item));
        }
        return rows;
    }

    /** A row as an object of its fields, or as a text where it is nothing else. */
    private DayRow row(DaySection section, String path, JsonNode node) {
        List<DayField> fields = section.fields();
        if (fields.get(0).fieldName().isEmpty()) {
            return section.row(DayFields.NEW, List.of(text(path, node)));
        }
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            wrongType(path, node, "object");
        }
        known(path + ".", node, fields.stream().map(DayField::fieldName).toList(), List.of());
        return section.row(
                DayFields.NEW,
                fields.stream()
                        .map(field -> text(path + "." + field.fieldName(), node.path(field.fieldName())))
                        .toList());
    }

    private String text(String path, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            wrongType(path, node, "text");
            return "";
        }
        return node.stringValue();
    }

    private void known(String path, JsonNode object, List<String> taken, List<String> told) {
        if (!object.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!taken.contains(property.getKey()) && !told.contains(property.getKey())) {
                Map<String, Object> known = Map.of("known", String.join(", ", taken));
                problems.add(new FieldProblem(path + property.getKey(), shown(property.getValue()), "unknown", known));
            }
        }
    }

    private void wrongType(String path, JsonNode node, String type) {
        problems.add(new FieldProblem(path, shown(node), "wrong-type", Map.of("type", type)));
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
