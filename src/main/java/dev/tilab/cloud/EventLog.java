package dev.tilab.cloud;

import dev.tilab.simulation.timeline.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What has happened in a region, as rows of tables that a component names and fills, and a lab takes into its timeline. The first
 * number of every row is the instant.
 */
public final class EventLog {

    /** The rows of one kind, in the order in which they happened. */
    public final class Table {

        private final List<String> columns;
        private final List<long[]> rows = new ArrayList<>();

        private Table(List<String> columns) {
            this.columns = columns;
        }

        /**
         * Adds what happens now.
         *
         * @param values one number for each column but the instant
         * @return the row, the instant first; what is not known yet may be written into it later
         */
        public long[] add(long... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(values.length + " values for " + columns);
            }
            long[] row = new long[values.length + 1];
            row[0] = nowMicros.getAsLong();
            System.arraycopy(values, 0, row, 1, values.length);
            rows.add(row);
            return row;
        }

        /** All rows so far, each with its instant and then one number for each column. */
        public List<long[]> rows() {
            return Collections.unmodifiableList(rows);
        }

        /** All rows so far as a table of a timeline. */
        public dev.tilab.simulation.timeline.Table timeline(String name) {
            return Rows.table(name, rows, withInstant());
        }

        private String[] withInstant() {
            return Stream.concat(Stream.of("atMicros"), columns.stream()).toArray(String[]::new);
        }

        /** The names of what a row holds after its instant. */
        public List<String> columns() {
            return columns;
        }
    }

    private final LongSupplier nowMicros;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    EventLog(LongSupplier nowMicros) {
        this.nowMicros = nowMicros;
    }

    /**
     * The table of this name, made when it is asked for first: components of one kind write into one.
     *
     * @param columns names of what a row holds after its instant
     * @throws IllegalStateException if there is one of this name with other columns
     */
    public Table table(String name, String... columns) {
        Table table = tables.computeIfAbsent(name, first -> new Table(List.copyOf(Arrays.asList(columns))));
        if (!table.columns.equals(List.of(columns))) {
            throw new IllegalStateException(name + " has " + table.columns + ", not " + List.of(columns));
        }
        return table;
    }

    /**
     * The table of this name.
     *
     * @throws IllegalStateException if no component has written one
     */
    public Table table(String name) {
        if (!tables.containsKey(name)) {
            throw new IllegalStateException("no table " + name + " among " + tables.keySet());
        }
        return tables.get(name);
    }

    /** The tables of this name in all lanes as one table of a timeline; see {@link Rows#byLane}. */
    public static <L> dev.tilab.simulation.timeline.Table byLane(
            String name, List<L> lanes, Function<L, EventLog> logOf) {
        String[] columns = logOf.apply(lanes.get(0)).table(name).withInstant();
        return Rows.byLane(name, lanes, lane -> logOf.apply(lane).table(name).rows, columns);
    }
}
