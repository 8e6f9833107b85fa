package dev.tilab.journal.template;

import java.util.List;

/** The items of several sections as one list. */
final class Items {

    /** The items that fields show, in order. */
    static <T extends Item> List<T> visible(List<Container<T>> containers) {
        return containers.stream()
                .flatMap(container -> container.items().stream())
                .filter(item -> !item.isHidden())
                .toList();
    }

    private Items() {}
}
