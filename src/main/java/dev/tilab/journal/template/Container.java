package dev.tilab.journal.template;

import java.util.List;

/**
 * A section that holds items.
 *
 * @param anchor line after which its first item would be put
 * @param items all items in order, hidden and fixed ones too
 * @param style how a new item is written here
 */
record Container<T extends Item>(int anchor, List<T> items, Style style) {}
