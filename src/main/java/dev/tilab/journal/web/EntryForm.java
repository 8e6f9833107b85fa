package dev.tilab.journal.web;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.DayFields;
import dev.tilab.journal.template.DayRow;
import dev.tilab.journal.template.DaySection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The form of a day as a browser sends it: texts as they were typed, so that they can be shown again. Names of its inputs are the
 * paths that {@code FieldProblem} uses ({@code topics[0].title}), and {@code topics[0].origin} says which row it was.
 */
final class EntryForm {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[([0-9]{1,9})]\\.(\\w+)");
    private static final String ORIGIN = "origin";

    /** Above what an entry takes of any list. */
    private static final int ROWS = 500;

    private final String date;
    private final String version;
    private boolean compare;
    private final Map<DaySection, List<DayRow>> rows = new EnumMap<>(DaySection.class);

    private EntryForm(String date, String version, boolean compare, DayFields fields) {
        this.date = date;
        this.version = version;
        this.compare = compare;
        fields.sections().forEach((section, each) -> rows.put(section, new ArrayList<>(each)));
    }

    /** The form that shows these fields. */
    static EntryForm of(DayFields fields, String version) {
        return new EntryForm(fields.date() == null ? "" : fields.date().toString(), version, false, fields);
    }

    /**
     * The form that was sent. What it does not know is left out.
     *
     * @param inputs by name
     * @throws ResponseStatusException (400) for a number of a row that makes a list longer than the form itself
     */
    static EntryForm sent(Map<String, String> inputs) {
        EntryForm form = new EntryForm(
                inputs.getOrDefault("date", ""),
                inputs.getOrDefault("version", ""),
                Boolean.parseBoolean(inputs.get("compare")),
                DayFields.empty(null));
        // A file may bring more rows; but no index makes a list grow beyond what the request itself is long.
        int most = Math.max(ROWS, inputs.size());
        inputs.forEach((name, text) -> {
            Matcher row = ROW.matcher(name);
            DaySection list = row.matches() ? DaySection.of(row.group(1)) : null;
            if (list != null && list.isList()) {
                form.put(list, index(row.group(2), most), row.group(3), text);
            }
        });
        for (DaySection section : DaySection.values()) {
            for (DayField field : section.isList() ? List.<DayField>of() : section.fields()) {
                form.put(section, 0, field.fieldName(), inputs.getOrDefault(field.key(), ""));
            }
        }
        return form;
    }

    private static int index(String digits, int most) {
        int index = Integer.parseInt(digits);
        if (index >= most) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "row " + index + " of at most " + most);
        }
        return index;
    }

    private void put(DaySection section, int index, String name, String text) {
        List<DayRow> list = rows(section);
        while (list.size() <= index) {
            list.add(section.blank());
        }
        DayField field = section.field(name);
        if (field != null) {
            list.set(index, list.get(index).with(field, text));
        } else if (name.equals(ORIGIN)) {
            list.set(index, list.get(index).at(origin(text)));
        }
    }

    private static int origin(String text) {
        try {
            return Math.max(DayFields.NEW, Integer.parseInt(text.strip()));
        } catch (NumberFormatException forged) {
            return DayFields.NEW;
        }
    }

    /** Every input with its value, so that a page without the form can carry what was typed. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("date", date);
        inputs.put("version", version);
        rows.forEach((section, list) -> {
            for (int i = 0; i < list.size(); i++) {
                if (section.isList()) {
                    inputs.put(
                            section.path() + "[" + i + "]." + ORIGIN,
                            String.valueOf(list.get(i).origin()));
                }
                for (DayField field : section.fields()) {
                    inputs.put(field.path(i), list.get(i).text(field));
                }
            }
        });
        return inputs;
    }

    /** A form without rows is a form that nobody can write in: gives every list that can grow at least one row to type into. */
    EntryForm withRoom() {
        rows.forEach((section, list) -> {
            if (list.isEmpty() && section.isOffered()) {
                list.add(section.blank());
            }
        });
        return this;
    }

    /** Puts a topic where nothing is written yet, else behind the others; gives its index. */
    int addTopic(String title, String body) {
        List<DayRow> topics = rows(DaySection.TOPICS);
        boolean room = !topics.isEmpty() && topics.get(topics.size() - 1).isBlank();
        int at = room ? topics.size() - 1 : topics.size();
        put(DaySection.TOPICS, at, DayField.TOPIC_TITLE.fieldName(), title);
        put(DaySection.TOPICS, at, DayField.TOPIC_BODY.fieldName(), body);
        return at;
    }

    /** The topic of this index; for any behind the last one that is not there yet, a new one, unless the last is still empty. */
    int place(int topic) {
        return topic < rows(DaySection.TOPICS).size() ? topic : addTopic("", "");
    }

    /** The rows of a section as they stand in the form; they may be moved, added and removed. */
    List<DayRow> rows(DaySection section) {
        return rows.get(section);
    }

    /** The same for templates, which know sections by their paths. */
    public List<DayRow> rows(String path) {
        return rows(DaySection.of(path));
    }

    /** A row to type into. */
    public DayRow blank(String path) {
        return DaySection.of(path).blank();
    }

    /** What was typed into a field of a section of one row. */
    public String text(DayField field) {
        return rows(field.section()).get(0).text(field);
    }

    /** Types into a field of a section of one row. */
    void write(DayField field, String text) {
        put(field.section(), 0, field.fieldName(), text);
    }

    public String retrospective() {
        return text(DayField.RETROSPECTIVE);
    }

    /** How many letters a reader sees in a text. */
    public int letters(String text) {
        return Texts.letters(text);
    }

    /** How many rows of a list say something. */
    public long filled(String path) {
        return rows(path).stream().filter(row -> !row.isBlank()).count();
    }

    /** How many of the scrum's fields say something. */
    public long scrumFilled() {
        return scrum().stream().filter(field -> !text(field).isBlank()).count();
    }

    /** The fields of the scrum. */
    public List<DayField> scrum() {
        return DaySection.SCRUM.fields();
    }

    public String getDate() {
        return date;
    }

    public String getVersion() {
        return version;
    }

    public boolean isCompare() {
        return compare;
    }

    void compare() {
        compare = true;
    }
}
