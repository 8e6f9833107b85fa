package dev.tilab.journal.web.api;

import dev.tilab.journal.Entry;
import dev.tilab.journal.FieldProblem;
import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.template.DayFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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

    private static final List<String> TEXTS_OF_SCRUM =
            List.of("todo", "specialNotes", "yesterdayTodo", "yesterdayRetrospective");
    private static final List<String> TAKEN =
            List.of("date", "scrum", "topics", "challenges", "retrospective", "references");
    /** Told by the API and so sent back by callers who read, change and save: where they are not changed, that is right. */
    private static final List<String> TOLD = List.of("endDate", "dayNote", "extras", "version", "updatedAt", "notices");

    private final byte[] json;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param json in UTF-8 */
    EntryBody(byte[] json) {
        this.json = json;
    }

    /**
     * The day; what is missing is empty. Every item is new: see {@link dev.tilab.journal.Origins}.
     *
     * @param before the entry that is changed, or null for a new one; its date is taken where none is sent
     * @throws InvalidEntryException naming everything that is wrong with the shape
     */
    DayFields fields(Entry before) {
        JsonNode day = tree();
        known("", day, TAKEN, TOLD);
        LocalDate date = date(day, before);
        told(day, "endDate", before == null ? null : before.endDate().map(LocalDate::toString).orElse(null));
        told(day, "dayNote", before == null ? "" : before.dayNote());
        JsonNode scrum = object("scrum", day.path("scrum"));
        known("scrum.", scrum, TEXTS_OF_SCRUM, List.of());
        DayFields fields = new DayFields(
                date,
                new DayFields.Scrum(
                        text("scrum.", scrum, "todo"),
                        text("scrum.", scrum, "specialNotes"),
                        text("scrum.", scrum, "yesterdayTodo"),
                        text("scrum.", scrum, "yesterdayRetrospective")),
                items(day, "topics", "title", "body", (a, b) -> new DayFields.Topic(DayFields.NEW, a, b)),
                items(day, "challenges", "problem", "solution", (a, b) -> new DayFields.Challenge(DayFields.NEW, a, b)),
                text("", day, "retrospective"),
                items(day, "references", "title", "url", (a, b) -> new DayFields.Reference(DayFields.NEW, a, b)));
        if (!problems.isEmpty()) {
            throw new InvalidEntryException(problems);
        }
        return fields;
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
            where.put("line", malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr());
            where.put("column", malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr());
            problems.add(new FieldProblem("", null, "malformed", where));
        }
        throw new InvalidEntryException(problems);
    }

    private LocalDate date(JsonNode day, Entry before) {
        JsonNode node = day.path("date");
        if (node.isMissingNode() || node.isNull()) {
            if (before == null) {
                problems.add(new FieldProblem("date", null, "required", Map.of()));
            }
            return before == null ? null : before.date();
        }
        if (!node.isString()) {
            wrongType("date", node, "day");
            return null;
        }
        LocalDate date = Days.read(node.stringValue()).orElse(null);
        if (date == null) {
            problems.add(Days.notADate("date", node.stringValue()));
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

    private <T> List<T> items(JsonNode day, String name, String first, String second, BiFunction<String, String, T> make) {
        JsonNode list = day.path(name);
        List<T> items = new ArrayList<>();
        if (list.isMissingNode() || list.isNull()) {
            return items;
        }
        if (!list.isArray()) {
            wrongType(name, list, "list");
            return items;
        }
        for (int i = 0; i < list.size(); i++) {
            String path = name + "[" + i + "]";
            JsonNode item = object(path, list.get(i));
            known(path + ".", item, List.of(first, second), List.of());
            items.add(make.apply(text(path + ".", item, first), text(path + ".", item, second)));
        }
        return items;
    }

    private JsonNode object(String path, JsonNode node) {
        if (!node.isObject() && !node.isMissingNode() && !(node.isNull() && path.equals("scrum"))) {
            wrongType(path, node, "object");
        }
        return node;
    }

    private String text(String path, JsonNode object, String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            wrongType(path + name, node, "text");
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
