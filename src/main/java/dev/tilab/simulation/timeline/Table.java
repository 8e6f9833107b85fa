package dev.tilab.simulation.timeline;

import java.util.List;

/**
 * Columns of equal length.
 *
 * @param name name in the wire format: {@code requests}, {@code lane}, {@code marks}
 * @param rows number of rows
 * @param columns the columns, in the order in which they are sent
 */
public record Table(String name, int rows, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.values().length != rows) {
                throw new IllegalArgumentException("column " + column.name() + " of table " + name + " has "
                        + column.values().length + " rows, not " + rows);
            }
        }
    }

    /**
     * The numbers of one column, by row; not to be changed.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public long[] values(String column) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column))
                .values();
    }
}
