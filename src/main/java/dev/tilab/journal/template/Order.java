package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the items of a section will follow each other: unfilled lines of the template give way to new items, lines
 * that are no items stay behind the item that they stood behind.
 */
final class Order<T extends Item, F> {
    private final Container<T> container;
    private final List<ListWriter.Entry<T, F>> wanted;

    Order(Container<T> container, List<ListWriter.Entry<T, F>> wanted) {
        this.container = container;
        this.wanted = wanted;
    }

    List<ListWriter.Entry<T, F>> entries() {
        Set<T> staying = new HashSet<>();
        wanted.stream().filter(ListWriter.Entry::stays).forEach(entry -> staying.add(entry.item()));
        long givingWay = wanted.stream().filter(entry -> !entry.stays()).count();
        List<ListWriter.Entry<T, F>> order = new ArrayList<>();
        List<ListWriter.Entry<T, F>> leading = new ArrayList<>();
        Map<T, List<ListWriter.Entry<T, F>>> followers = new HashMap<>();
        T before = null;
        for (T item : container.items()) {
            if (staying.contains(item)) {
                before = item;
            } else if (item.isFixed() || (item.isHidden() && givingWay-- <= 0)) {
                ListWriter.Entry<T, F> kept = new ListWriter.Entry<>(null, item, true);
                List<ListWriter.Entry<T, F>> place = before != null
                        ? followers.computeIfAbsent(before, key -> new ArrayList<>())
                        : item.isFixed() ? order : leading;
                place.add(kept);
            }
        }
        for (ListWriter.Entry<T, F> entry : wanted) {
            if (entry.stays()) {
                order.addAll(leading);
                leading.clear();
            }
            order.add(entry);
            order.addAll(entry.stays() ? followers.getOrDefault(entry.item(), List.of()) : List.of());
        }
        order.addAll(leading);
        return order;
    }
}
