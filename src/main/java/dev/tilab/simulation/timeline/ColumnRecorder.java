package dev.tilab.simulation.timeline;

import java.util.Arrays;

/** A column under construction, for tables whose length is not known before. */
public final class ColumnRecorder {

    private final String name;
    private final boolean ascending;
    private long[] values;
    private int rows;

    /**
     * @param ascending whether each number will be at least the one before
     * @param expectedRows how many rows to make room for at first
     */
    public ColumnRecorder(String name, boolean ascending, int expectedRows) {
        this.name = name;
        this.ascending = ascending;
        this.values = new long[Math.max(8, expectedRows)];
    }

    /** Adds a row. */
    public void add(long value) {
        if (rows == values.length) {
            values = Arrays.copyOf(values, rows * 2);
        }
        values[rows++] = value;
    }

    /** Rows so far. */
    public int rows() {
        return rows;
    }

    /** The column as it is now; nothing may be added afterwards. */
    public Column column() {
        values = values.length == rows ? values : Arrays.copyOf(values, rows);
        return new Column(name, values, ascending);
    }
}
