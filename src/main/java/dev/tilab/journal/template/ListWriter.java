package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a list of items: changes those that stay in place, and where items were added, removed or moved puts the lines of the
 * section in the new order.
 *
 * @param <T> item of the document
 * @param <F> item as row of the fields
 */
abstract class ListWriter<T extends Item, F extends DayRow> {

    /** An item of the new list: what it says (null for a line that fields do not show) and the item that it is, if any. */
    record Entry<T, F>(F field, T item, boolean stays) {}

    final Draft draft;
    private final List<Container<T>> containers;
    private final List<T> visible;
    private final List<F> read;
    private final Map<T, F> said = new IdentityHashMap<>();
    private final Map<T, Integer> homes = new IdentityHashMap<>();
    private final boolean renumbers;
    private int nextNumber;

    /** @param read what the visible items say, in order */
    ListWriter(Draft draft, List<Container<T>> containers, List<F> read) {
        this.draft = draft;
        this.containers = containers;
        this.visible = Items.visible(containers);
        this.read = read;
        for (int i = 0; i < visible.size(); i++) {
            said.put(visible.get(i), read.get(i));
        }
        for (int i = 0; i < containers.size(); i++) {
            for (T item : containers.get(i).items()) {
                homes.put(item, i);
            }
        }
        this.renumbers = countsFromOne();
    }

    /** Whether the item can hold the field without moving. */
    abstract boolean canHold(T item, F field);

    /** Whether the item has a number in its section, or gets one with the field. */
    boolean takesNumber(T item, F field) {
        return item.header() != null;
    }

    /** Changes the lines of an item that stays in its section. */
    abstract void edit(T item, F field, int number);

    /** The lines of a new item. */
    abstract List<String> fresh(Style style, F field, int number);

    /** Removes what an item has on lines that do not go with it. */
    abstract void clear(T item);

    /** How new items are written in this section; null where none may be added. */
    abstract Style style(Container<T> container);

    /** Writes the list; returns the items that no section of the document can hold. */
    List<F> write(List<F> fields) {
        List<T> chosen = choose(fields);
        boolean inPlace = chosen.equals(visible);
        for (int i = 0; inPlace && i < fields.size(); i++) {
            T item = chosen.get(i);
            // Who gets a header gets a number, and those behind it the next ones.
            inPlace = canHold(item, fields.get(i)) && takesNumber(item, fields.get(i)) == (item.header() != null);
        }
        if (!inPlace) {
            return rearrange(fields, chosen);
        }
        for (int i = 0; i < fields.size(); i++) {
            editWhereDifferent(chosen.get(i), fields.get(i), i + 1);
        }
        return List.of();
    }

    /** A client that knows no origins sends everything as new: what it leaves unchanged keeps its lines. */
    private List<T> choose(List<F> fields) {
        int[] partners = new Matching(fields, read).byOrigin().byContent().partners();
        List<T> chosen = new ArrayList<>();
        for (int partner : partners) {
            chosen.add(partner == Matching.NONE ? null : visible.get(partner));
        }
        return chosen;
    }

    private List<F> rearrange(List<F> fields, List<T> chosen) {
        List<List<Entry<T, F>>> assigned = new ArrayList<>();
        containers.forEach(container -> assigned.add(new ArrayList<>()));
        List<F> homeless = new ArrayList<>();
        Set<T> kept = new HashSet<>();
        int current = 0;
        for (int i = 0; i < fields.size(); i++) {
            T item = chosen.get(i);
            int home = item == null ? -1 : homes.get(item);
            // Text without a header of its own can only stand first in its section.
            boolean stays = home >= current
                    && (item.header() != null
                            || item instanceof Item.Reference
                            || assigned.get(home).isEmpty())
                    && canHold(item, fields.get(i));
            current = stays ? home : current;
            while (!stays && current < containers.size() && style(containers.get(current)) == null) {
                current++;
            }
            if (current >= containers.size()) {
                homeless.add(fields.get(i));
            } else {
                assigned.get(current).add(new Entry<>(fields.get(i), item, stays));
            }
            if (stays) {
                kept.add(item);
            }
        }
        visible.stream().filter(item -> !kept.contains(item)).forEach(this::clear);
        nextNumber = renumbers ? 1 : highestNumber() + 1;
        for (int i = 0; i < containers.size(); i++) {
            arrange(containers.get(i), assigned.get(i));
        }
        return homeless;
    }

    private void arrange(Container<T> container, List<Entry<T, F>> entries) {
        Style style = style(container);
        if (style == null) {
            entries.forEach(entry -> editWhereDifferent(entry.item, entry.field, 0));
            return;
        }
        if (container.items().isEmpty()) {
            insertAll(container, style, entries);
            return;
        }
        List<Draft.Piece> apart = style.spaced() ? List.of(new Draft.Piece("", null)) : List.of();
        T last = container.items().get(container.items().size() - 1);
        List<Draft.Piece> pieces = new ArrayList<>();
        List<Draft.Piece> separator = List.of();
        for (Entry<T, F> entry : new Order<T, F>(container, entries).entries()) {
            pieces.addAll(separator);
            T item = entry.item;
            if (!entry.stays) {
                fresh(style, entry.field, nextNumber++).forEach(line -> pieces.add(new Draft.Piece(line, null)));
                separator = apart;
                continue;
            }
            if (entry.field != null) {
                editWhereDifferent(item, entry.field, number(item, entry.field));
            }
            pieces.addAll(draft.take(item.from, item.contentEnd));
            separator = item == last ? apart : draft.take(item.contentEnd, item.end);
        }
        pieces.addAll(draft.take(last.contentEnd, last.end));
        draft.arrange(container.items().get(0).from, last.end, pieces);
    }

    private void insertAll(Container<T> container, Style style, List<Entry<T, F>> entries) {
        List<String> added = new ArrayList<>();
        for (Entry<T, F> entry : entries) {
            if (!added.isEmpty() && style.spaced()) {
                added.add("");
            }
            added.addAll(fresh(style, entry.field, nextNumber++));
        }
        int next = container.anchor() + 1;
        if (!added.isEmpty() && next < draft.lines().size() && !draft.lines().isBlank(next)) {
            added.add("");
        }
        draft.insertAfter(container.anchor(), added);
    }

    Container<T> container(T item) {
        return containers.get(homes.get(item));
    }

    private void editWhereDifferent(T item, F field, int number) {
        if (!said.get(item).texts().equals(field.texts())) {
            edit(item, field, number);
        }
    }

    /** The number of an item that stays; where items count from one it is brought up to date. */
    private int number(T item, F field) {
        if (!renumbers || !takesNumber(item, field)) {
            return nextNumber;
        }
        int number = nextNumber++;
        Row row = item.header() == null ? null : item.header().number();
        if (row != null && number != item.header().numberIn(draft.lines())) {
            draft.patch(row.line(), row.from(), row.to(), Integer.toString(number));
        }
        return number;
    }

    private boolean countsFromOne() {
        int expected = 1;
        for (T item : visible) {
            if (item.header() != null && item.header().numberIn(draft.lines()) != expected++) {
                return false;
            }
        }
        return expected > 1 || visible.isEmpty();
    }

    private int highestNumber() {
        int highest = visible.size();
        for (T item : visible) {
            highest =
                    Math.max(highest, item.header() == null ? 0 : item.header().numberIn(draft.lines()));
        }
        return highest;
    }
}
