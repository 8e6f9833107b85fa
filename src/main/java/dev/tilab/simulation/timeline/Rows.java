package dev.tilab.simulation.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes tables of what was recorded row by row. */
public final class Rows {

    private Rows() {}

    /**
     * A table of rows that are all as long as there are names. The first column does not have to ascend, but travels as if it
     * did: rows come in its order more often than not.
     */
    public static Table table(String name, List<long[]> rows, String... names) {
        List<Column> columns = IntStream.range(0, names.length)
                .mapToObj(at -> new Column(
                        names[at], rows.stream().mapToLong(row -> row[at]).toArray(), at == 0))
                .toList();
        return new Table(name, rows.size(), columns);
    }

    /**
     * The rows of all lanes, one lane after the other, each row with the number of its lane before it, from 0.
     *
     * @param columns names of what a lane's rows hold; {@code lane} comes before them
     */
    public static <L> Table byLane(String name, List<L> lanes, Function<L, List<long[]>> rowsOf, String... columns) {
        List<long[]> rows = new ArrayList<>();
        for (int index = 0; index < lanes.size(); index++) {
            for (long[] row : rowsOf.apply(lanes.get(index))) {
                long[] withLane = new long[row.length + 1];
                withLane[0] = index;
                System.arraycopy(row, 0, withLane, 1, row.length);
                rows.add(withLane);
            }
        }
        String[] names = new String[columns.length + 1];
        names[0] = "lane";
        System.arraycopy(columns, 0, names, 1, columns.length);
        return table(name, rows, names);
    }
}
