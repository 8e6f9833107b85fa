package dev.tilab.journal.template;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The sections of a day, in their order; what stands in each says {@link DayField}. The two are the shape of a day: forms, JSON,
 * rules, comparisons and texts of messages follow from it.
 */
public enum DaySection {
    SCRUM("scrum", DayFields.Scrum::new),
    TOPICS("topics", DayFields.Topic::new, "topic", 100, 5_000, "title"),
    CHALLENGES("challenges", DayFields.Challenge::new, "challenge", 100, 5_000, "problem"),
    RETROSPECTIVE("retrospective", DayFields.Retrospective::new),
    REFERENCES("references", DayFields.Reference::new, "reference", 200, 20_000, "url", "title"),
    /** Sections that are none of the template's. They stay where they stand, and one that is not mentioned stays as it is. */
    EXTRAS("extras", DayFields.Extra::new, "extra", 100, 5_000, "title");

    private final String path;
    private final BiFunction<Integer, List<String>, DayRow> make;
    private final String item;
    private final int mostRows;
    private final int mostRowsOfFile;
    private final List<String> recognisedBy;

    /** A section of one row. */
    DaySection(String path, BiFunction<Integer, List<String>, DayRow> make) {
        this(path, make, path, 0, 0);
    }

    /** A list. */
    DaySection(
            String path,
            BiFunction<Integer, List<String>, DayRow> make,
            String item,
            int mostRows,
            int mostRowsOfFile,
            String... recognisedBy) {
        this.path = path;
        this.make = make;
        this.item = item;
        this.mostRows = mostRows;
        this.mostRowsOfFile = mostRowsOfFile;
        this.recognisedBy = List.of(recognisedBy);
    }

    /** Its name in paths of fields, in JSON and in forms: {@code topics}. */
    public String path() {
        return path;
    }

    /** What one of its rows is called in message keys and in buttons: {@code topic}. */
    public String item() {
        return item;
    }

    /** Whether it has any number of rows; the others have exactly one. */
    public boolean isList() {
        return mostRows > 0;
    }

    /** Whether the form offers to add, move and remove its rows: what opens a section of one's own is a matter of its heading. */
    public boolean isOffered() {
        return isList() && this != EXTRAS;
    }

    /** How many rows a list can have that is written here. */
    public int mostRows() {
        return mostRows;
    }

    /** As many may stand in a file that is brought in: each is a row of the form, which is a hundred times as long. */
    public int mostRowsOfFile() {
        return mostRowsOfFile;
    }

    /** What stands in its rows, in order. */
    public List<DayField> fields() {
        return DayField.of(this);
    }

    /** The field of that name, or null. */
    public DayField field(String name) {
        for (DayField field : fields()) {
            if (field.fieldName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** By which fields a row is known again that was changed or moved, the surest first. */
    public List<DayField> recognisedBy() {
        return recognisedBy.stream().map(this::field).toList();
    }

    /**
     * A row of it.
     *
     * @param origin position in the document that was read, or {@link DayFields#NEW}
     * @param texts what it says, in the order of {@link #fields}
     */
    public DayRow row(int origin, List<String> texts) {
        return make.apply(origin, texts);
    }

    /** A row that says nothing. */
    public DayRow blank() {
        return row(DayFields.NEW, List.of());
    }

    /** All sections that are lists. */
    public static Stream<DaySection> lists() {
        return Stream.of(values()).filter(DaySection::isList);
    }

    /** The section of that path, or null. */
    public static DaySection of(String path) {
        return Stream.of(values())
                .filter(section -> section.path.equals(path))
                .findFirst()
                .orElse(null);
    }
}
