package dev.tilab.journal.template;

import java.util.List;

/** Writes references, one a line. */
final class ReferenceWriter extends ListWriter<Item.Reference, DayFields.Reference> {

    ReferenceWriter(Draft draft, Reading reading) {
        super(draft, reading.references, reading.fields.references());
    }

    @Override
    boolean canHold(Item.Reference item, DayFields.Reference field) {
        return true;
    }

    @Override
    void edit(Item.Reference item, DayFields.Reference field, int number) {
        String content = draft.lines().content(item.from);
        draft.patch(item.from, 0, content.length(), item.line.changed(field.title(), field.url()));
    }

    @Override
    List<String> fresh(Style style, DayFields.Reference field, int number) {
        return List.of(ReferenceLine.write(style.before(), field.title(), field.url()));
    }

    @Override
    void clear(Item.Reference item) {
        // a reference has no words but on its own line
    }

    @Override
    Style style(Container<Item.Reference> container) {
        return container.style();
    }
}
